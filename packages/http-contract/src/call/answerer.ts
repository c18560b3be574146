import type { IncomingHttpHeaders } from "node:http";
import type { FilePart, FileSink } from "../body/file-sink.ts";
import type { ReceivedBody } from "../body/received-body.ts";
import type { Failure } from "../conditions/failure.ts";
import type { ParameterValues } from "../head/parameters.ts";
import type { Principal } from "../head/principal.ts";
import type { RoutedCall } from "../head/routed-call.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import type { Answer } from "../problem/answer.ts";
import type { Trace } from "./trace.ts";

/** A call as far as its head goes; none of its body has been read. */
export interface CallHead {
  operation: ContractOperation;
  headers: IncomingHttpHeaders;
  values: ParameterValues;
  principal: Principal;
  /** Aborted when the client goes away before its response. */
  signal: AbortSignal;
  /** To note down how the response came about. */
  trace: Trace;
}

/** A call after all checks. */
export interface CheckedCall<Stored = unknown> extends CallHead {
  /** `undefined` where it could not, or need not, be read. */
  body: ReceivedBody<Stored> | undefined;
  /** The rules that it breaks: by its parameters or JSON body, and by the limits of its files. */
  failures: { input: readonly Failure[]; body: readonly Failure[] };
}

/**
 * What a server does about the calls of a contract. Whatever it throws is a response too: a `Problem` that one, anything
 * else a 500.
 *
 * @typeParam Stored what its sinks make of a file.
 */
export interface Answerer<Stored = unknown> {
  /** Answers a call as soon as its operation is known; nothing else has been checked. */
  intercept?(call: RoutedCall, trace: Trace): Promise<Answer | undefined> | Answer | undefined;
  /**
   * Answers a call whose parameters break no rule before its body is read, such as one for a customer that does not
   * exist. The body is then measured and not kept.
   */
  before?(head: CallHead): Promise<Answer | undefined> | Answer | undefined;
  /**
   * Opens the sink of a documented file; without it files are only measured. No sink is opened for a call whose head
   * is refused, and all are aborted where the body breaks a rule or the response cannot be made.
   */
  sink?(head: CallHead, part: FilePart): FileSink<Stored> | undefined;
  /** Answers a call that breaks no rule. What its sinks have stored is the answerer's, unless it throws. */
  answer(call: CheckedCall<Stored>): Promise<Answer>;
  /** Answers a call that breaks rules, in place of the documented response to the first of them. */
  refuse?(call: CheckedCall<Stored>): Promise<Answer>;
}
