import type { CustomerImage, RewardsUpload } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** What the handlers work with. */
export interface ReferenceContext {
  readonly store: Store;
  readonly now: () => Date;
  /** A UUID that nothing else has. */
  readonly newId: () => string;
  /** The organisation in names and tokens; that of the documents by default. */
  readonly organisation?: string | undefined;
  /** A signed address of a file; by default the documented one, with the file's token in it. */
  readonly signedAddress?: ((file: CustomerImage | RewardsUpload) => string) | undefined;
  /** A token for a key and a secret, `undefined` for wrong ones; by default everybody gets the documented one. */
  readonly issueToken?: IssueToken | undefined;
}

/** Issues tokens of an API. */
export type IssueToken = (credentials: {
  key: string;
  secret: string;
}) => Promise<{ accessToken: string; ttlSeconds: number } | undefined>;
