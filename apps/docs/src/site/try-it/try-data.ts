import {
  demoCredentials,
  type Json,
  type Operation,
  resolve,
  type Schema,
  securityScheme,
} from "@image-apis/spec";
import { mockAddress } from "../../server/mock-address.ts";
import { addresses } from "../addresses.ts";
import type { Api } from "../api.ts";
import { chosenExchanges } from "../http-message.ts";
import { isBinary } from "../parts/schema-words.ts";
import type { SiteFile } from "../site-file.ts";

/** What the form that tries an operation on the mock is made of. */
export interface TryData {
  operationId: string;
  method: string;
  path: string;
  mock: string;
  parameters: { name: string; in: string; required: boolean; isList: boolean; value: string }[];
  /** The alternatives to sign in with, with made-up credentials that only the mock takes. */
  credentials: { name: string; headers: Record<string, string> }[];
  bodies: TryBody[];
}

export type TryBody =
  | { kind: "form"; mediaType: string; part: string; isList: boolean }
  | { kind: "file"; mediaType: string }
  | { kind: "text"; mediaType: string; value: string };

/** Written beside the operation's page; fetched when a reader opens the form. */
export function tryFile(api: Api, operation: Operation): SiteFile {
  const path = `${addresses.operation(operation.operationId)}try.json`;
  return { path, content: `${JSON.stringify(tryData(api, operation))}\n` };
}

function tryData(api: Api, operation: Operation): TryData {
  const { operationId, method, path } = operation;
  const [exchange] = chosenExchanges(api, operation);
  const given: Record<string, Json> = {
    ...exchange?.request.path,
    ...exchange?.request.query,
    ...exchange?.request.headers,
  };
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    mock: mockAddress,
    parameters: operation.parameters.map(({ name, in: place, required = false, schema }) => ({
      name,
      in: place,
      required,
      isList: resolve<Schema>(api.document, schema).type === "array",
      value: [given[name] ?? []].flat().join(", "),
    })),
    credentials: credentials(api, operation),
    bodies: bodies(api, operation),
  };
}

/** The ways to sign in that a page can use: no browser lets it set a cookie for another server. */
function credentials({ document }: Api, { security }: Operation): TryData["credentials"] {
  return security.flatMap((together) => {
    const names = Object.keys(together);
    const schemes = names.map((name) => securityScheme(document, name));
    if (schemes.some((it) => it.type === "apiKey" && it.in === "cookie")) return [];
    return [
      { name: names.join(" with "), headers: Object.assign({}, ...schemes.map(demoCredentials)) },
    ];
  });
}

function bodies({ document }: Api, { requestBody }: Operation): TryBody[] {
  return Object.entries(requestBody?.content ?? {}).map(([mediaType, media]): TryBody => {
    const schema = media.schema && resolve<Schema>(document, media.schema);
    const [part, property] = Object.entries(schema?.properties ?? {})[0] ?? [];
    if (mediaType === "multipart/form-data" && part !== undefined && property !== undefined) {
      const isList = resolve<Schema>(document, property).type === "array";
      return { kind: "form", mediaType, part, isList };
    }
    if (schema !== undefined && isBinary(schema)) return { kind: "file", mediaType };
    const [example] = Object.values(media.examples ?? {});
    return { kind: "text", mediaType, value: JSON.stringify(example?.value ?? null, null, 2) };
  });
}
