import type { ApiDescription, OperationDescription } from "../documented/description.ts";
import type { OnProgress } from "../transport/progress.ts";
import type { SendOptions } from "../transport/transport.ts";
import type { Preparation } from "../upload/preparation.ts";
import { bytesIn } from "../values/file.ts";
import { acceptable } from "./acceptable.ts";
import type { AnswerReader, Asked } from "./answer.ts";
import { type Answered, type ApiPromise, apiPromise } from "./api-promise.ts";
import { describe, type Options } from "./describe.ts";
import { readAnswer } from "./read-answer.ts";
import type { Plan, Sender } from "./sender.ts";

/** Options of every call. */
export interface CallOptions extends SendOptions {
  /**
   * Further headers. They win over the client's own, except that a form keeps its `Content-Type`: only the client
   * knows the boundary.
   */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Aborts the call, which then rejects with an `AbortError`. */
  signal?: AbortSignal | undefined;
}

/** Options of a call that sends a file. */
export interface UploadOptions extends CallOptions {
  /** Told how much of the body was sent. */
  onProgress?: OnProgress | undefined;
}

/** What the calls of a client are made with. */
export interface CallerParts {
  description: ApiDescription;
  reader: AnswerReader;
  sender: Sender;
  preparation: Preparation;
  /** The address of an operation's server, without a slash at its end; of the first server for any other name. */
  addressOf(operationId: string): string;
}

/** Calls an operation by its name. */
export type Caller = (operationId: string, options: Options | undefined) => ApiPromise<unknown>;

/** Makes the function that every method calls: it reads what the description says about the operation. */
export function createCaller(parts: CallerParts): Caller {
  return (operationId, options) => apiPromise(run(parts, operationId, options));
}

async function run(
  { description, reader, sender, preparation, addressOf }: CallerParts,
  operationId: string,
  given: Options | undefined,
): Promise<Answered<unknown>> {
  const operation = description.operations[operationId];
  const route = reader.routes[operationId];
  if (operation === undefined || route === undefined) {
    throw new TypeError(`${operationId} is not in the document.`);
  }
  if (!given && needsOptions(operation)) throw new TypeError(`${operationId}: pass its options.`);
  const options = given ?? {};
  const call = describe(operation, options);
  preparation.onViolation(operationId, call.violation);
  const { doneStatus, repeatable = false } = operation;
  const expects: Asked["expects"] = operation.answer ?? "object";
  let read: Answered<unknown> | undefined;
  const plan: Plan = {
    operationId,
    authenticated: route.security.length > 0,
    repeatable,
    // The cast: times, signal and listener are checked where they are used.
    options: options as UploadOptions,
    bytes: bytesIn(call.body?.content),
    prepare: preparation.preparing(operationId, call.body, call.bodyArgument),
    async read(response, files, mayBeDone) {
      const isDone = mayBeDone && response.status === doneStatus;
      const data = isDone
        ? void (await response.text())
        : await readAnswer(reader, { operationId, route, files, expects }, response);
      read = { data, response };
      // openapi-fetch would read the body of another failure.
      return isDone ? new Response(null, { status: 204 }) : response;
    },
  };
  const headers = {
    Accept: options.accept ?? acceptable(route),
    ...call.header,
    ...(options.headers as object | undefined),
  };
  const { path, query } = call;
  const init = {
    baseUrl: addressOf(operationId),
    params: { path, query },
    headers,
    parseAs: "stream",
  };
  let sent: Awaited<ReturnType<Sender["send"]>>;
  try {
    sent = await sender.send(route.method, route.path, init, plan);
  } catch (error) {
    throw refusedHeader(error, headers) ?? error;
  }
  if (read !== undefined && sent.wasRead) return read;
  // Middleware of openapi-fetch answered instead.
  const asked = { operationId, route, files: [], expects };
  return { data: await readAnswer(reader, asked, sent.response), response: sent.response };
}

function needsOptions({ values = [], files = [], whole }: OperationDescription): boolean {
  return whole?.required === true || [...values, ...files].some((it) => it.required);
}

/** The error of a header that cannot carry its value, if that is what went wrong. */
function refusedHeader(cause: unknown, headers: object): unknown {
  if (!(cause instanceof TypeError)) return undefined;
  for (const [name, value] of Object.entries(headers)) {
    try {
      if (value !== undefined && value !== null) new Headers({ [name]: String(value) });
    } catch {
      return new TypeError(`headers: ${name} cannot carry its value, which is not Latin-1.`, {
        cause,
      });
    }
  }
  return undefined;
}
