import { type Client, mergeHeaders } from "openapi-fetch";
import { UnreadableResponseError } from "../errors/unreadable-response-error.ts";
import { VendorError } from "../errors/vendor-error.ts";
import type { Fetch } from "../transport/middleware.ts";
import { bytesIn } from "../values/file.ts";
import { parseExactly } from "../values/json.ts";
import { acceptable } from "./acceptable.ts";
import type { CallerParts, UploadOptions } from "./caller.ts";
import { checkParameters } from "./describe.ts";
import { rawBody } from "./raw-body.ts";
import type { Init, Plan } from "./sender.ts";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * openapi-fetch as its users know it, on the way of the methods: a documented path goes to its own server, in its
 * documented form, within its limits; and every call has the credentials, retries and times of the client.
 */
export function createRaw<Paths extends object>(parts: CallerParts): Client<Paths> {
  const { sender } = parts;
  const verbs = methods.map((it) => [
    it,
    (path: string, init?: Init) => call(parts, it, path, init),
  ]);
  const request = (method: string, path: string, init?: Init) =>
    call(parts, method.toUpperCase(), path, init);
  // The cast: openapi-fetch's types say what each path takes and brings.
  return {
    ...Object.fromEntries(verbs),
    request,
    use: sender.use,
    eject: sender.eject,
  } as Client<Paths>;
}

async function call(parts: CallerParts, method: string, path: string, init: Init = {}) {
  const { description, reader, sender, preparation, addressOf } = parts;
  if (!path.startsWith("/")) {
    // Joined to an address, it could name another host.
    throw new TypeError(`raw: the path "${path}" does not start with a slash.`);
  }
  const [operationId = "", route] =
    Object.entries(reader.routes).find(([, it]) => it.path === path && it.method === method) ?? [];
  const operation = description.operations[operationId];
  const { signal, fetch, body, bodySerializer, ...rest } = init;
  const params = (init.params ?? {}) as Parameters<typeof checkParameters>[1];
  if (operation) preparation.onViolation(operationId, checkParameters(operation, params));
  const headers = mergeHeaders(
    { Accept: route && acceptable(route) },
    // The casts: openapi-fetch checks them itself.
    init.headers as Headers,
    params.header as Record<string, string>,
  );
  const written = await bodyOf(init, headers.get("content-type") ?? undefined, route);
  const name = operationId || `${method} ${path}`;
  const refused = new Map<unknown, Response>();
  const plan: Plan = {
    operationId: name,
    authenticated: route === undefined || route.security.length > 0,
    repeatable: operation ? operation.repeatable === true : isSafe(method),
    options: init as UploadOptions,
    bytes: bytesIn(written?.content),
    prepare: preparation.preparing(name, written, undefined),
    fetch: fetch as Fetch | undefined,
    async read(response) {
      if (response.ok && init.parseAs === "stream") return response;
      const whole = await readWhole(response);
      if (whole.ok) await assertExact(name, whole, init.parseAs);
      else if (mayPass(whole)) {
        const error = failure(name, whole);
        refused.set(error, whole);
        throw error;
      }
      return whole;
    },
    recover: (error) => refused.get(error),
  };
  const sent = { ...rest, baseUrl: rest.baseUrl ?? addressOf(operationId), headers };
  const { wasRead, ...answer } = await sender.send(method, path, sent, plan);
  return answer;
}

async function bodyOf(init: Init, asked: string | undefined, route: Parameters<typeof rawBody>[2]) {
  const { body, bodySerializer } = init;
  if (body === undefined) return undefined;
  const own = typeof bodySerializer === "function";
  const content: unknown = own ? await bodySerializer(body, init.headers) : body;
  return content === undefined ? undefined : rawBody(content, asked, route, own);
}

const isSafe = (method: string) => /^(GET|HEAD|PUT|OPTIONS|TRACE)$/.test(method);

/** Whether another attempt may be answered differently. */
const mayPass = ({ status }: Response) => [401, 408, 429].includes(status) || status >= 500;

/** The answer with its body: a connection that breaks meanwhile is the attempt's concern and not the caller's. */
async function readWhole(response: Response): Promise<Response> {
  const { status, url } = response;
  const isEmpty = [101, 204, 205, 304].includes(status);
  const whole = new Response(isEmpty ? null : await response.arrayBuffer(), response);
  return Object.defineProperty(whole, "url", { value: url });
}

/** @throws UnreadableResponseError When openapi-fetch would round a number of the answer, or could not parse it. */
async function assertExact(operationId: string, response: Response, parseAs: unknown) {
  if (parseAs !== undefined && parseAs !== "json") return;
  const text = await response.clone().text();
  try {
    if (text !== "") parseExactly(text);
  } catch (cause) {
    const { status } = response;
    const why = cause instanceof RangeError ? cause.message : "which is not JSON";
    throw new UnreadableResponseError(
      `${operationId} answered ${status} with ${response.headers.get("content-type")}, ${why}. Pass parseAs to read it yourself.`,
      { operationId, status, body: text, response },
      { cause },
    );
  }
}

/** Told by its status alone, which is what renewal and retries look at. */
function failure(operationId: string, response: Response): VendorError {
  const { status } = response;
  const details = { operationId, status, response };
  return new VendorError(`${operationId} was answered with HTTP status ${status}.`, details);
}
