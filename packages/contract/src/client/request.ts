import { compare, type Difference, fingerprint } from "@image-apis/conformance/judging";
import { essence, isJson } from "@image-apis/http-contract";
import type { OpenApiDocument, Operation, WireRequest } from "@image-apis/spec";
import { securityScheme } from "@image-apis/spec";
import type { CapturedRequest } from "./capture-server.ts";
import { type CapturedBody, jsonBody, textInWords } from "./captured-body.ts";

/** Holds a request as it arrived against the one that should have travelled. */
export function requestDifferences(
  document: OpenApiDocument,
  operation: Operation,
  expected: WireRequest,
  received: CapturedRequest,
): Difference[] {
  const [path, query] = split(expected.target);
  const [receivedPath, receivedQuery] = split(received.target);
  return [
    ...compare("method", expected.method, received.method),
    ...compare("path", path, receivedPath),
    ...compare("query", sorted(query), sorted(receivedQuery)),
    ...headerDifferences(document, operation, expected, received),
    ...contentTypeDifferences(expected, received),
    ...compare("request body", sums(expected), received.body),
  ];
}

function split(target: string): [path: string, query: string] {
  const [path = "", query = ""] = target.split("?", 2);
  return [path, query];
}

/** By name; the order of a repeated parameter is kept, the order of names means nothing. */
function sorted(query: string): string[] {
  const pairs = query === "" ? [] : query.split("&");
  const name = (pair: string) => pair.split("=", 1)[0] ?? "";
  return pairs.sort((a, b) => name(a).localeCompare(name(b)));
}

/** Every header of the exchange arrives, and no other that the operation documents. */
function headerDifferences(
  document: OpenApiDocument,
  operation: Operation,
  expected: WireRequest,
  received: CapturedRequest,
): Difference[] {
  const wanted = new Map(
    Object.entries(expected.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const documented = documentedHeaders(document, operation).map((name) => name.toLowerCase());
  return [...new Set([...wanted.keys(), ...documented])].flatMap((name) => {
    const value = received.headers[name];
    const isAddedByFetch = name === "accept-language" && value === "*" && !wanted.has(name);
    return isAddedByFetch ? [] : compare(`header ${name}`, wanted.get(name), value);
  });
}

function documentedHeaders(document: OpenApiDocument, operation: Operation): string[] {
  const parameters = operation.parameters.filter((it) => it.in === "header");
  const schemes = Object.keys(document.components.securitySchemes ?? {}).map((name) =>
    securityScheme(document, name),
  );
  return [
    ...parameters.map(({ name }) => name),
    ...schemes.map((scheme) => {
      if (scheme.type !== "apiKey") return "Authorization";
      return scheme.in === "cookie" ? "Cookie" : scheme.name;
    }),
  ];
}

/** A form's has a boundary that nobody can foresee; a request without a body has none at all. */
function contentTypeDifferences({ body }: WireRequest, { headers }: CapturedRequest): Difference[] {
  const received = headers["content-type"];
  if (body === undefined || body.kind === "bytes") {
    return compare("header content-type", body?.mediaType, received);
  }
  const form = "multipart/form-data; boundary=…";
  const isForm = essence(received ?? "") === essence(form) && /;\s*boundary=/.test(received ?? "");
  return compare("header content-type", form, isForm ? form : received);
}

function sums({ body }: WireRequest): CapturedBody {
  if (body === undefined) return { bytes: fingerprint(new Uint8Array()) };
  if (body.kind === "bytes") {
    return isJson(body.mediaType) ? jsonBody(body.bytes) : { bytes: fingerprint(body.bytes) };
  }
  return {
    parts: body.parts.map(({ name, filename, mediaType, bytes }) => ({
      name,
      filename: filename ?? "",
      mediaType,
      bytes: filename === undefined ? textInWords(bytes) : fingerprint(bytes),
    })),
  };
}
