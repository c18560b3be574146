import { demoCredentials } from "./demo-credentials.ts";
import type { OpenApiDocument, Parameter } from "./document.ts";
import { fixture } from "./fixtures.ts";
import type { Json } from "./json.ts";
import { type Operation, securityScheme } from "./operation.ts";
import type { RefusalBody, RefusalRequest } from "./refusal.ts";

/** One part of a form as it travels. */
export interface WirePart {
  name: string;
  filename: string;
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
  const credentials = request.security.map((name) =>
    demoCredentials(securityScheme(document, name)),
  );
  return {
    method: (request.method ?? operation.method).toUpperCase(),
    target: expandPath(operation.path, request.path) + queryString(operation, request.query),
    headers: Object.assign({}, ...credentials, request.headers) as Record<string, string>,
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
  for (const part of body.parts) {
    form.append(part.name, new File([part.bytes], part.filename, { type: part.mediaType }));
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

function queryString(operation: Operation, values: Record<string, Json>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    const parameter = operation.parameters.find((it) => it.in === "query" && it.name === name);
    if (!Array.isArray(value)) query.append(name, String(value));
    else if (isExploded(parameter)) for (const item of value) query.append(name, String(item));
    else query.append(name, value.join(","));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * `form`, the default style of a query parameter, is exploded unless the document says otherwise.
 *
 * @throws Error For another style, which nothing here can write.
 */
function isExploded(parameter: Parameter | undefined): boolean {
  const { name, style = "form", explode = true } = parameter ?? {};
  if (style !== "form") {
    throw new Error(`The query parameter ${name} has the style ${style}; use form.`);
  }
  return explode;
}

function wireBody(operation: Operation, body: RefusalBody): WireBody {
  if ("parts" in body) {
    const parts = body.parts.map((part) => {
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
  const bytes = new TextEncoder().encode(JSON.stringify(example.value));
  return { kind: "bytes", mediaType: body.mediaType, bytes };
}
