import { Draft } from "./draft.ts";
import { type Kind, type KindName, kinds } from "./kinds.ts";
import { answers, type Terminal } from "./questions.ts";
import { checkedRepository, type Lint, openLint } from "./write.ts";

/** What was written, and what is left to do. */
export interface Created {
  created: string[];
  changed: string[];
  toFillIn: string[];
}

/** What may be given beside the flags. */
export interface Surroundings {
  /** Where what the flags leave open is asked for; without it they must say everything. */
  terminal?: Terminal | undefined;
  /** Ends the questions and undoes what was written. */
  signal?: AbortSignal;
  /** The lint of the repository, where one is open already. */
  lint?: Lint;
}

/**
 * Writes the files of something new into a repository.
 *
 * @param flags what is known already, by the names of the kind's questions.
 * @throws Error with what is wrong and what would be right, and Cancelled; then nothing is written.
 */
export async function create(
  repository: string,
  name: KindName,
  flags: Record<string, string | undefined>,
  { terminal, signal, lint = openLint(repository) }: Surroundings = {},
): Promise<Created> {
  const kind: Kind = kinds[name];
  const { bundles, write } = await checkedRepository(lint);
  const draft = new Draft(repository);
  const known = await answers(kind.questions(bundles), flags, terminal, signal);
  const toFillIn = kind.draft(draft, bundles, known);
  await write(draft, signal);
  return { ...draft.written, toFillIn };
}
