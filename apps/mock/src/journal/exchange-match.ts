import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import {
  type Exchange,
  type ExchangeBody,
  fixture,
  fixtureSize,
  type Json,
} from "@image-apis/spec";
import type { Answer } from "../answer.ts";
import type { Measurement } from "../body/measurement.ts";
import { mediaTypeOf } from "../body/media-type.ts";
import type { ReceivedBody } from "../body/received-body.ts";
import { broughtSchemes } from "../security.ts";
import type { ServedOperation } from "../served-operation.ts";
import type { Trace } from "../trace.ts";
import type { Dealt } from "./entry.ts";

/** Whether a request is that of an exchange and got its response. */
export function isExchange(
  exchange: Exchange,
  { headers }: Dealt["request"],
  { served, values, body, response }: Trace,
  answer: Answer,
): boolean {
  if (served === undefined || values === undefined) return false;
  const { request } = exchange;
  const { status, mediaType, example } = exchange.response;
  return (
    answer.status === status &&
    contentType(answer) === mediaType &&
    (example === undefined || response?.example === example) &&
    isDeepStrictEqual(texts(request.path), texts(values.path)) &&
    isDeepStrictEqual(texts(request.query), texts(values.query)) &&
    Object.entries(request.headers).every(([name, it]) => headers[name.toLowerCase()] === it) &&
    isDeepStrictEqual(broughtSchemes(served, headers).sort(), [...request.security].sort()) &&
    isBody(served, request.body, body)
  );
}

/** The media type alone: a real service may add a charset. */
function contentType({ headers }: Answer): string | undefined {
  const value = headers["Content-Type"];
  return value === undefined ? undefined : mediaTypeOf(String(value));
}

/** Parameter values as they travel, whatever type they have in the exchange. */
function texts(values: Record<string, Json>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, [value].flat().map(String)]),
  );
}

function isBody(
  { operation }: ServedOperation,
  documented: ExchangeBody | undefined,
  body: ReceivedBody | undefined,
): boolean {
  if (documented === undefined || "empty" in documented) return body?.kind === "none";
  if ("parts" in documented) {
    if (body?.kind !== "form" || body.parts.length !== documented.parts.length) return false;
    return documented.parts.every(({ name, fixture: file }, at) => {
      const part = body.parts[at];
      return part?.name === name && part.file !== undefined && isFixture(part.file, file);
    });
  }
  if ("fixture" in documented) {
    return (
      body?.kind === "file" &&
      body.mediaType === documented.mediaType &&
      isFixture(body.file, documented.fixture)
    );
  }
  const media = operation.requestBody?.content[documented.mediaType];
  return (
    body?.kind === "json" &&
    isDeepStrictEqual(body.value, media?.examples?.[documented.example]?.value)
  );
}

const hashes = new Map<string, string>();

/** Compares sizes first, because the largest fixtures are made anew whenever they are read. */
function isFixture(file: Measurement, name: string): boolean {
  if (file.bytes !== fixtureSize(name)) return false;
  const hash = hashes.get(name) ?? createHash("sha256").update(fixture(name).bytes).digest("hex");
  hashes.set(name, hash);
  return file.sha256 === hash;
}
