import { LimitError } from "../errors/limit-error.ts";
import { deliver } from "../transport/deliver.ts";
import type { SendOptions, Transport } from "../transport/transport.ts";
import type { OnProgress } from "../upload/progress.ts";
import type { AnswerReader } from "./answer.ts";
import { type Answered, type ApiPromise, apiPromise } from "./api-promise.ts";
import type { Breach } from "./breach.ts";
import { bytesIn } from "./file.ts";
import { readAnswer } from "./read-answer.ts";
import { requestHeaders } from "./request-headers.ts";
import { requestUrl } from "./request-url.ts";
import type { Answer, AnyWireCall, CallBody, WireCall, WireOperation } from "./wire-call.ts";

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

/** What is done about the documented limits. */
export type LimitChecks = "enforce" | "warn" | "off";

/** Where calls go and what is checked. */
export interface CallerOptions<OperationId> {
  /** The address for an operation, without a slash at its end. */
  addressOf(operationId: OperationId): string;
  limits: LimitChecks;
  transport: Transport;
}

/**
 * Makes a call and reads its answer.
 *
 * @typeParam Codes The vendor's codes by operation.
 */
export type Caller<Operations, Codes> = <Id extends keyof Operations & keyof Codes & string>(
  operationId: Id,
  options: UploadOptions,
  /** Says what is sent; throws where an argument is wrong. */
  describe: () => Operations[Id] extends WireOperation ? WireCall<Operations[Id]> : never,
) => ApiPromise<
  Operations[Id] extends WireOperation ? Answer<Operations[Id]> : never,
  keyof Codes[Id] & number
>;

/** Makes the function all operations go through. */
export function createCaller<Operations, Codes>(
  vendor: AnswerReader,
  { addressOf, limits, transport }: CallerOptions<keyof Operations & string>,
): Caller<Operations, Codes> {
  const { logger } = transport;
  const onBreach = async (operationId: string, breach: Breach) => {
    if (limits === "off") return;
    const [{ meaningOf }, rules] = await Promise.all([import("./breach.ts"), vendor.rules()]);
    const { message, code } = meaningOf(rules, operationId, breach);
    if (limits === "enforce") throw new LimitError(message, operationId, breach.argument, code);
    logger?.warn(message);
  };

  const preparing =
    (operationId: string, body: CallBody, argument = "body") =>
    async (signal: AbortSignal) => {
      const upload = import("../upload/prepare-upload.ts");
      const [{ prepareUpload }, { limits: documented }] = await Promise.all([
        upload,
        vendor.rules(),
      ]);
      const complaints = {
        onBreach: (breach: Breach) => onBreach(operationId, breach),
        onDisagreement: (message: string) => logger?.warn(`${operationId}: ${message}`),
        trusted: limits === "off",
      };
      const document = { routes: vendor.routes, limits: documented };
      return prepareUpload(document, operationId, body, argument, complaints, signal);
    };

  const send = async (
    operationId: keyof Operations & string,
    options: UploadOptions,
    describe: () => AnyWireCall,
  ): Promise<Answered<unknown>> => {
    if (!options) throw new TypeError(`${operationId}: pass its options.`);
    const call = describe();
    const route = vendor.routes[operationId];
    if (route === undefined) throw new TypeError(`${operationId} is not in the document.`);
    if (call.breach !== undefined) await onBreach(operationId, call.breach);
    return deliver(
      transport,
      {
        operationId,
        method: route.method,
        url: requestUrl(addressOf(operationId), route.path, call.path, call.query),
        headers: () => requestHeaders(route, call, options.headers),
        bytes: bytesIn(call.body?.content),
        prepare: call.body && preparing(operationId, call.body, call.bodyArgument),
        authenticated: route.security.length > 0,
        repeatable: call.repeatable ?? /^(GET|PUT)$/.test(route.method),
        read: async (response, files, mayBeDone) => {
          const isDone = mayBeDone && response.status === call.doneStatus;
          const asked = { operationId, route, files, expects: call.answer ?? "object" };
          const data = isDone
            ? void (await response.text())
            : await readAnswer(vendor, asked, response);
          return { data, response };
        },
      },
      options,
    );
  };
  // The cast: what an answer holds is the document's word; validating it is left to the caller.
  return ((...call: Parameters<typeof send>) => apiPromise(send(...call))) as Caller<
    Operations,
    Codes
  >;
}
