import createClient, { mergeHeaders } from "openapi-fetch";
import { ApiError } from "../errors/api-error.ts";
import { deliver, prepareInTime } from "../transport/deliver.ts";
import type { Fetch } from "../transport/middleware.ts";
import type { OutgoingBody, SentFile } from "../transport/outgoing-body.ts";
import type { Delivery, DeliveryOptions, Transport } from "../transport/transport.ts";
import { wholeBody } from "../upload/whole-body.ts";
import { PlainRequest } from "./plain-request.ts";

/** What the transport has to know of a call beside what openapi-fetch writes. */
export interface Plan {
  operationId: string;
  authenticated: boolean;
  repeatable: boolean;
  options: DeliveryOptions;
  bytes: number;
  prepare: Delivery<Response>["prepare"];
  /** Sends the requests of this call only. */
  fetch?: Fetch | undefined;
  /** Reads what one attempt was answered; an error is a failed attempt. */
  read(response: Response, files: readonly SentFile[], mayBeDone: boolean): Promise<Response>;
  /** The answer to go on with after the last attempt failed; undefined where the call fails. */
  recover?(error: unknown): Response | undefined;
}

/** What openapi-fetch takes; of the rest, nothing is known here. */
export interface Init {
  [name: string]: unknown;
}

export interface Sent {
  data?: unknown;
  error?: unknown;
  response: Response;
  /** Whether `response` is the one that `read` looked at, and no middleware replaced it. */
  wasRead: boolean;
}

/** openapi-fetch over the transport: the one way of methods and of `raw`. */
export interface Sender {
  send(method: string, path: string, init: Init, plan: Plan): Promise<Sent>;
  /** openapi-fetch's own. */
  use(...middleware: unknown[]): void;
  eject(...middleware: unknown[]): void;
}

/** The part of an openapi-fetch client that is called here, whatever its paths. */
interface OpenapiFetch extends Pick<Sender, "use" | "eject"> {
  request(method: string, path: string, init: Init): Promise<Omit<Sent, "wasRead">>;
}

/** A request that middleware of openapi-fetch got to see; one that it replaced has no plan. */
interface WatchedRequest extends Request {
  plan?: Plan;
}

export function createSender(transport: Transport): Sender {
  // The cast: the paths of a call are the description's, or those of the caller of `raw`.
  const client = createClient<Record<string, object>>() as unknown as OpenapiFetch;
  const registered = new Set<unknown>();
  return {
    async send(method, path, init, plan) {
      const through = { ...transport, fetch: plan.fetch ?? transport.fetch };
      const own = init.middleware as readonly unknown[] | undefined;
      const isWatched = registered.size > 0 || (own?.length ?? 0) > 0;
      let body: OutgoingBody | undefined;
      let answered: Response | undefined;
      const fetch = async (request: WatchedRequest) => {
        const { url, method } = request;
        // Where nobody looked at them, they are merged here: a copy of Headers costs more than the making.
        const headers = () => mergeHeaders(isWatched ? request.headers : (init.headers as Headers));
        const delivery = isWatched ? watched(request, plan, body) : plan;
        try {
          answered = await deliver(through, { ...delivery, url, method, headers }, plan.options);
        } catch (error) {
          answered = plan.recover?.(error);
          if (answered === undefined) throw error;
        }
        return answered;
      };
      try {
        if (isWatched) body = await prepareInTime(through, plan, plan.options);
        const written = isWatched
          ? { plan, ...(await bodyFor(body, init.headers)) }
          : { Request: PlainRequest, headers: undefined };
        const sent = await client.request(method, path, { ...init, ...written, fetch });
        return { ...sent, wasRead: sent.response === answered };
      } catch (error) {
        if (error instanceof ApiError) showCaller(error);
        throw error;
      }
    },
    use(...middleware) {
      client.use(...middleware);
      for (const it of middleware) registered.add(it);
    },
    eject(...middleware) {
      client.eject(...middleware);
      for (const it of middleware) registered.delete(it);
    },
  };
}

/**
 * Has the stack of an error lead to here, and on to the caller, where the runtime can. Those that a timer, an event or
 * a stream makes know nothing of the call, and ten frames of this package's own would hide it.
 */
function showCaller(error: Error): void {
  (Error as { captureStackTrace?: (error: Error) => void }).captureStackTrace?.(error);
}

/** The body as the platform's `Request` holds it, for middleware to see. */
async function bodyFor(body: OutgoingBody | undefined, given: unknown): Promise<Init> {
  if (body === undefined) return { body: undefined };
  const content = await body.open(new AbortController().signal, () => {});
  const duplex = content instanceof ReadableStream ? { duplex: "half" } : {};
  // The cast: openapi-fetch takes headers in many forms and checks them itself.
  const headers = mergeHeaders({ "Content-Type": body.contentType }, given as Headers);
  if (body.isForm) headers.set("Content-Type", body.contentType);
  return { body: content, bodySerializer: (it: unknown) => it, headers, ...duplex };
}

/** The plan of a call after middleware of openapi-fetch saw its request, and may have sent another instead. */
function watched(request: WatchedRequest, plan: Plan, body: OutgoingBody | undefined): Plan {
  const isOwn = request.plan === plan;
  const replaced = async () => wholeBody(await request.blob(), request.headers, body?.files ?? []);
  return {
    ...plan,
    prepare: isOwn ? body && (async () => body) : request.body ? replaced : undefined,
    async read(response, ...rest) {
      // Middleware may read the answer as well.
      const kept = response.clone();
      const read = await plan.read(response, ...rest);
      return read === response ? kept : read;
    },
  };
}
