import { demoCookie, demoCredentials, demoParameter } from "./demo-credentials.ts";
import type { OpenApiDocument, Parameter, SecurityScheme } from "./document.ts";
import { isFilePart } from "./exchange.ts";
import { fixture } from "./fixtures.ts";
import { isObject, type Json } from "./json.ts";
import { type Operation, securityScheme } from "./operation.ts";
import type { RefusalBody, RefusalRequest } from "./refusal.ts";

/** One part of a form as it travels. */
export interface WirePart {
  name: string;
  /** `undefined` for a text, which has no file name and no media type of its own. */
  filename: string | undefined;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export type WireBody =
  | { kind: "form"; parts: WirePart[] }
  | { kind: "bytes"; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/** An exchange's request as it should travel, before a boundary is chosen. */
export interface WireRequest {
  method: string;
  /** Path and query, encoded, from the root of the server. */
  target: string;
  headers: Record<string, string>;
  body: WireBody | undefined;
}

/** A request ready for any HTTP client. */
export interface EncodedRequest {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | undefined;
}

/** Says what an exchange or a refusal sends: method, target, headers with made-up credentials, and parts or bytes. */
export function wireRequest(
  document: OpenApiDocument,
  operation: Operation,
  { request }: { request: RefusalRequest },
): WireRequest {
  const schemes = request.security.map((name) => securityScheme(document, name));
  const cookies = [
    ...operation.parameters
      .filter((it) => it.in === "cookie")
      .flatMap(({ name }) => {
        const value = request.cookies?.[name];
        return value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`];
      }),
    ...schemes.flatMap(demoCookie),
  ];
  return {
    method: (request.method ?? operation.method).toUpperCase(),
    target:
      expandPath(operation.path, request.path) + queryString(operation, request.query, schemes),
    headers: Object.assign(
      {},
      ...schemes.map(demoCredentials),
      cookies.length > 0 ? { Cookie: cookies.join("; ") } : {},
      request.headers,
    ) as Record<string, string>,
    body: request.body && wireBody(operation, request.body),
  };
}

/** Chooses a boundary and writes the body's bytes. */
export async function encodeRequest(wire: WireRequest): Promise<EncodedRequest> {
  const { method, target, headers, body } = wire;
  if (body === undefined) return { method, target, headers, body: undefined };
  if (body.kind === "bytes") {
    return {
      method,
      target,
      headers: { ...headers, "Content-Type": body.mediaType },
      body: body.bytes,
    };
  }
  const form = new FormData();
  for (const { name, filename, mediaType, bytes } of body.parts) {
    if (filename === undefined) form.append(name, new TextDecoder().decode(bytes));
    else form.append(name, new File([bytes], filename, { type: mediaType }));
  }
  const encoded = new Response(form);
  return {
    method,
    target,
    headers: { ...headers, "Content-Type": encoded.headers.get("content-type") ?? "" },
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}

function expandPath(path: string, values: Record<string, Json>): string {
  return path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : encodeURIComponent(String(value));
  });
}

function queryString(
  operation: Operation,
  values: Record<string, Json>,
  schemes: readonly SecurityScheme[],
): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    queryPairs(
      operation.parameters.find((it) => it.in === "query" && it.name === name),
      name,
      value,
    ),
  );
  const all = [...pairs, ...schemes.flatMap(demoParameter)];
  if (all.length === 0) return "";
  const encoded = all.map((pair) => pair.map(encodeURIComponent).join("="));
  return `?${encoded.join("&")}`;
}

const separators: Record<string, string> = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

/** A value of a query as the style of its parameter writes it; `form`, the default, is exploded unless it says otherwise. */
function queryPairs(
  parameter: Parameter | undefined,
  name: string,
  value: Json,
): [name: string, value: string][] {
  const { style = "form", explode = style === "form" } = parameter ?? {};
  if (value === null || typeof value !== "object") return [[name, String(value)]];
  if (explode && style.endsWith("Delimited")) {
    throw new Error(`The query parameter ${name} is ${style} and exploded, which means nothing.`);
  }
  if (Array.isArray(value)) {
    if (explode) return value.map((item) => [name, String(item)]);
    return [[name, value.join(separators[style])]];
  }
  const members = Object.entries(value).map(([key, it]): [string, string] => [key, String(it)]);
  if (style === "deepObject") return members.map(([key, it]) => [`${name}[${key}]`, it]);
  return explode ? members : [[name, members.flat().join(",")]];
}

function wireBody(operation: Operation, body: RefusalBody): WireBody {
  if ("parts" in body) {
    const parts = body.parts.map((part): WirePart => {
      if (!isFilePart(part)) {
        const bytes = new TextEncoder().encode(String(part.value));
        return { name: part.name, filename: undefined, mediaType: "text/plain", bytes };
      }
      const file = fixture(part.fixture);
      return {
        name: part.name,
        filename: part.filename ?? file.name,
        mediaType: part.mediaType ?? file.mediaType,
        bytes: file.bytes,
      };
    });
    return { kind: "form", parts };
  }
  if ("fixture" in body) {
    return { kind: "bytes", mediaType: body.mediaType, bytes: fixture(body.fixture).bytes };
  }
  if ("empty" in body) return { kind: "bytes", mediaType: body.mediaType, bytes: new Uint8Array() };
  if ("text" in body) {
    const bytes = new TextEncoder().encode(body.text);
    return { kind: "bytes", mediaType: body.mediaType, bytes };
  }
  const example = operation.requestBody?.content[body.mediaType]?.examples?.[body.example];
  if (example === undefined) {
    throw new Error(`${operation.operationId} has no request example "${body.example}".`);
  }
  const bytes = new TextEncoder().encode(exampleText(body.mediaType, example.value));
  return { kind: "bytes", mediaType: body.mediaType, bytes };
}

/** The text of an example: JSON, a form of texts, or what it is. */
function exampleText(mediaType: string, value: Json): string {
  if (mediaType === "application/x-www-form-urlencoded" && isObject(value)) {
    const pairs = Object.entries(value).map(([name, it]): [string, string] => [name, String(it)]);
    return String(new URLSearchParams(pairs));
  }
  return typeof value === "string" && !/[/+]json$/.test(mediaType) ? value : JSON.stringify(value);
}
