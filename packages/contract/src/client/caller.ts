import {
  type ApiModel,
  callOptions,
  credentialArgument,
  type OperationModel,
} from "@image-apis/codegen";
import type { Sent } from "./sent.ts";

/** Makes one call of a client, in the words of its documented operation. */
export type Call = (setting: Setting, sent: Sent) => Promise<unknown>;

/** What a client is made with. */
export interface Setting {
  baseUrl: string;
  /** The secret of each security scheme in use, without the scheme's own words. */
  secrets: Readonly<Record<string, string>>;
  limits: "enforce" | "off";
}

/** The entry of an API: what makes its client, and a function for each kind of credentials. */
export type Entry = Readonly<Record<string, unknown>>;

/** The call of an operation by the method of its client. */
export function callOfMethod(api: ApiModel, operation: OperationModel, entry: Entry): Call {
  // The casts: what is generated from the same document is called by name.
  const create = entry[`create${api.name}Client`] as (options: object) => Methods;
  return async ({ baseUrl, secrets, limits }, sent) => {
    const auth = Object.entries(secrets).map(([name, secret]) =>
      credential(api, entry, name, secret),
    );
    const method = create({ baseUrl, auth, limits })[operation.operationId];
    if (method === undefined) throw new Error(`The client has no ${operation.operationId}.`);
    return method(callOptions(operation, sent, () => new File([], "empty")));
  };
}

type Methods = Readonly<Record<string, (options: object) => Promise<unknown>>>;

function credential(api: ApiModel, entry: Entry, name: string, secret: string): unknown {
  const scheme = api.schemes.find((it) => it.scheme === name);
  const make = scheme && (entry[scheme.maker] as ((secret: unknown) => unknown) | undefined);
  if (scheme === undefined || make === undefined) {
    throw new Error(`The client of ${api.api} has no credentials for ${name}.`);
  }
  return make(credentialArgument(scheme, secret));
}
