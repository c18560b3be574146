import { type HandledRequest, masking } from "@image-apis/http-contract";
import { type Logger, pino } from "pino";
import { callScope } from "./call-scope.ts";

/** What can be asked for on the command line. */
export const logLevels = ["error", "warn", "info", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** A log of one JSON object a line, on standard error. */
export function newLog(level: LogLevel): Logger {
  const timestamp = () => `,"time":"${new Date().toISOString()}"`;
  return pino({ level, base: null, timestamp }, pino.destination(2));
}

/** Writes down a request, without credentials and personal values. */
export function logRequest(log: Logger, handled: HandledRequest): void {
  const { request, trace, answer, verdict, milliseconds } = handled;
  const status = answer?.status;
  const level = verdict === "failed" || (status ?? 0) >= 500 ? "error" : "info";
  if (!log.isLevelEnabled(level)) return;
  const { target, sentences } = masking(request, trace);
  const scope = callScope.getStore();
  log[level](
    {
      requestId: scope?.requestId,
      method: request.method,
      target,
      operation: trace.served?.operation.operationId,
      account: scope?.principal,
      status,
      milliseconds: Math.round(milliseconds),
      broken: trace.violations.length > 0 ? sentences(trace.violations) : undefined,
    },
    status === undefined ? "The client went away." : "request",
  );
}
