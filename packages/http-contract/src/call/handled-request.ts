import type { IncomingMessage } from "node:http";
import type { Answer } from "../problem/answer.ts";
import type { Trace } from "./trace.ts";

/**
 * What became of a request: `valid` breaks no rule of the document, `invalid` does, `unknown` is a path or method
 * that no document describes, `malformed` is not a request that HTTP allows or did not arrive in time, `aborted` went
 * away before its response, `failed` met a bug of the server or, in a proxy, got no response from the target.
 */
export type Verdict = "valid" | "invalid" | "unknown" | "malformed" | "aborted" | "failed";

/** Everything about a request that has been handled. */
export interface HandledRequest {
  request: Pick<IncomingMessage, "method" | "url" | "headers">;
  trace: Trace;
  answer: Answer | undefined;
  /** The size of a response that passed without being held. */
  bytes?: number;
  /** In place of the verdict that follows from the trace. */
  verdict?: Verdict;
  at: Date;
  milliseconds: number;
}
