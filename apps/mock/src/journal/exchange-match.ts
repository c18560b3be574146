import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import {
  type Answer,
  broughtSchemes,
  type ContractOperation,
  type HandledRequest,
  type Measurement,
  mediaTypeOf,
  type ReceivedBody,
  type Trace,
} from "@image-apis/http-contract";
import {
  type Exchange,
  type ExchangeBody,
  fixture,
  fixtureSize,
  isFilePart,
  type Json,
} from "@image-apis/spec";

/** Whether an exchange is the one that a request asked and its response completed. */
export type IsExchange = (exchange: Exchange) => boolean;

/** Compares a request and its response with exchanges; what all of them need is worked out once. */
export function exchangeMatch(
  { headers }: HandledRequest["request"],
  { served, values, body, response }: Trace,
  answer: Answer,
): IsExchange {
  if (served === undefined || values === undefined) return () => false;
  const mediaType = contentType(answer);
  const sent = signature(values);
  const schemes = broughtSchemes({ operation: served, headers }).sort().join();
  return (exchange) => {
    const { request, response: documented } = exchange;
    return (
      answer.status === documented.status &&
      mediaType === documented.mediaType &&
      (documented.example === undefined || response?.example === documented.example) &&
      documentedSignature(exchange) === sent &&
      Object.entries(request.headers).every(([name, it]) => headers[name.toLowerCase()] === it) &&
      [...request.security].sort().join() === schemes &&
      isBody(served, request.body, body)
    );
  };
}

/** The media type alone: a real service may add a charset. */
function contentType({ headers }: Answer): string | undefined {
  const value = headers["Content-Type"];
  return value === undefined ? undefined : mediaTypeOf(String(value));
}

const signatures = new WeakMap<Exchange, string>();

function documentedSignature(exchange: Exchange): string {
  const known = signatures.get(exchange) ?? signature(exchange.request);
  signatures.set(exchange, known);
  return known;
}

/** The path and query values as they travel, whatever type and order they have. */
function signature({ path, query }: { path: Values; query: Values }): string {
  const texts = (values: Values) =>
    Object.entries(values)
      .map(([name, value]) => [name, [value].flat().map(String)])
      .sort();
  return JSON.stringify([texts(path), texts(query)]);
}

type Values = Readonly<Record<string, Json>>;

function isBody(
  { operation }: ContractOperation,
  documented: ExchangeBody | undefined,
  body: ReceivedBody | undefined,
): boolean {
  if (documented === undefined || "empty" in documented) return body?.kind === "none";
  if ("parts" in documented) {
    if (body?.kind !== "form" || body.parts.length !== documented.parts.length) return false;
    return documented.parts.every((it, at) => {
      const part = body.parts[at];
      if (part?.name !== it.name) return false;
      if (!isFilePart(it)) return part.text === String(it.value);
      return part.file !== undefined && isFixture(part.file, it.fixture);
    });
  }
  if ("fixture" in documented) {
    return (
      body?.kind === "file" &&
      body.file.mediaType === documented.mediaType &&
      isFixture(body.file, documented.fixture)
    );
  }
  const media = operation.requestBody?.content[documented.mediaType];
  return (
    body?.kind === "json" &&
    isDeepStrictEqual(body.value, media?.examples?.[documented.example]?.value)
  );
}

const sizes = new Map<string, number>();
const hashes = new Map<string, string>();

/** Compares sizes first, because the largest fixtures are made again at every read. */
function isFixture(file: Measurement, name: string): boolean {
  const size = sizes.get(name) ?? fixtureSize(name);
  sizes.set(name, size);
  if (file.bytes !== size) return false;
  const hash = hashes.get(name) ?? createHash("sha256").update(fixture(name).bytes).digest("hex");
  hashes.set(name, hash);
  return file.sha256 === hash;
}
