import type { Auth } from "@image-apis/client";
import type { Sent, WireOperation } from "./sent.ts";

/** Makes one call of a client, in the words of its documented operation. */
export type Call = (setting: Setting, sent: Sent) => Promise<unknown>;

/** What a client is made with. */
export interface Setting {
  baseUrl: string;
  /** The secret of each security scheme in use, without the scheme's own words. */
  secrets: Readonly<Record<string, string>>;
  limits: "enforce" | "off";
}

/** The concrete method of every operation; one that is missing does not compile. */
export type Methods<Client, Operations extends Record<keyof Operations, WireOperation>> = {
  [Id in keyof Operations]: (client: Client, sent: Sent<Operations[Id]>) => Promise<unknown>;
};

/** What turns the secret of each security scheme into credentials; one that is missing does not compile. */
export type Credentials<Schemes, Vendor extends string> = {
  [Scheme in keyof Schemes]: (secret: string) => Auth<Vendor>;
};

interface Parts<Client, Vendor extends string> {
  create(options: { baseUrl: string; auth: Auth<Vendor>[]; limits: "enforce" | "off" }): Client;
  credentials: Readonly<Record<string, (secret: string) => Auth<Vendor>>>;
  methods: object;
}

/** The calls of one API's client by operationId. */
export function calls<Client, Vendor extends string>({
  create,
  credentials,
  methods,
}: Parts<Client, Vendor>): ReadonlyMap<string, Call> {
  // The cast: `Methods` has checked each against its operation; here they are called by name.
  const byId = Object.entries(methods) as [
    string,
    (client: Client, sent: Sent) => Promise<unknown>,
  ][];
  return new Map(
    byId.map(([id, method]): [string, Call] => [
      id,
      async ({ baseUrl, secrets, limits }, sent) => {
        const auth = Object.entries(secrets).map(([scheme, secret]) => {
          const make = credentials[scheme];
          if (make === undefined) throw new Error(`The client has no credentials for ${scheme}.`);
          return make(secret);
        });
        return method(create({ baseUrl, auth, limits }), sent);
      },
    ]),
  );
}
