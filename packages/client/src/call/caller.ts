import type { DocumentedRoute } from "@image-apis/types";
import type { Client } from "openapi-fetch";
import type { Fetch } from "../auth/authenticated-fetch.ts";
import { type AnswerReader, readAnswer, refusal } from "./answer.ts";
import { type EncodedBody, encodeBody } from "./body.ts";
import { findBreach, type Limits, limitError } from "./limits.ts";
import { isJson } from "./media-type.ts";
import type { Answer, AnyWireCall, WireCall, WireOperation } from "./wire-call.ts";

/** A vendor's document, and how its bodies tell of failures. */
export interface Vendor extends Limits, AnswerReader {}

/** Options of every call. */
export interface CallOptions {
  /**
   * Further headers. They win over the client's own, except that a form keeps its `Content-Type`: only `fetch` knows
   * the boundary.
   */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Aborts the call. */
  signal?: AbortSignal | undefined;
}

/** Where calls go and what is checked. */
export interface CallerOptions<OperationId> {
  /** The address for an operation, without a slash at its end. */
  addressOf(operationId: OperationId): string;
  /** Sends a request without credentials. */
  fetch: Fetch;
  limits: "enforce" | "off";
}

/** Makes a call and reads its answer. */
export type Caller<Operations> = <Id extends keyof Operations & string>(
  operationId: Id,
  call: Operations[Id] extends WireOperation ? WireCall<Operations[Id]> : never,
  options: CallOptions,
) => Promise<Operations[Id] extends WireOperation ? Answer<Operations[Id]> : never>;

/** The one method of openapi-fetch used here, without the types that `WireCall` already brings. */
interface Requester {
  request(
    method: string,
    path: string,
    init: Record<string, unknown>,
  ): Promise<{ error?: unknown; response: Response }>;
}

/**
 * Makes the function all operations go through.
 *
 * @param raw The openapi-fetch client; it adds the credentials.
 */
export function createCaller<Operations>(
  vendor: Vendor,
  raw: Pick<Client<Record<never, never>>, "request">,
  { addressOf, fetch, limits }: CallerOptions<keyof Operations & string>,
): Caller<Operations> {
  // The cast: WireCall has checked every name and value against the same document as openapi-fetch would.
  const { request } = raw as unknown as Requester;

  const send = async (
    operationId: keyof Operations & string,
    call: AnyWireCall,
    options: CallOptions,
  ) => {
    const route = vendor.routes[operationId];
    if (route === undefined) throw new TypeError(`${operationId} is not in the document.`);
    if (limits === "enforce") check(vendor, operationId, call);
    const encoded = call.body && encodeBody(call.body);
    const { error, response } = await request(route.method, route.path, {
      baseUrl: addressOf(operationId),
      params: { path: call.path, query: call.query },
      headers: headersOf(route, call, encoded, options),
      body: encoded?.body,
      bodySerializer: (finished: unknown) => finished,
      parseAs: "stream",
      // Followed, a redirect would carry tokens to another host.
      redirect: "manual",
      ...(options.signal && { signal: options.signal }),
      ...(route.security.length === 0 && { fetch }),
    });
    if (!response.ok) throw refusal(vendor, operationId, response, error);
    return readAnswer(vendor, operationId, route, response);
  };
  // The cast: what an answer holds is the document's word; validating it is left to the caller.
  return send as Caller<Operations>;
}

function check(vendor: Vendor, operationId: string, call: AnyWireCall): void {
  const { body, bodyArgument = "body" } = call;
  const breach = call.breach ?? (body && findBreach(vendor, operationId, bodyArgument, body));
  if (breach !== undefined) throw limitError(vendor, operationId, breach);
}

function headersOf(
  route: DocumentedRoute,
  call: AnyWireCall,
  encoded: EncodedBody | undefined,
  options: CallOptions,
): Headers {
  const headers = new Headers({ Accept: call.accept ?? acceptable(route) });
  for (const [name, value] of Object.entries(call.header ?? {})) {
    if (value !== undefined) headers.set(name, String(value));
  }
  if (encoded?.contentType !== undefined) headers.set("Content-Type", encoded.contentType);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  if (encoded?.body instanceof FormData) headers.delete("Content-Type");
  return headers;
}

/** JSON where an operation speaks it; else every type it is documented to answer with. */
function acceptable(route: DocumentedRoute): string {
  const [success = [], ...others] = Object.values(route.responseMediaTypes);
  return success.find(isJson) ?? ([...new Set([...success, ...others.flat()])].join(", ") || "*/*");
}
