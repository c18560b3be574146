import { LimitError } from "../errors/limit-error.ts";
import type { Logger } from "../log/logger.ts";
import type { OutgoingBody } from "../transport/outgoing-body.ts";
import type { CallBody, FileArguments } from "../upload/call-body.ts";
import { type Breach, meaningOf } from "../upload/limit-violation.ts";
import { prepareUpload } from "../upload/prepare-upload.ts";
import type { AnswerReader } from "./answer.ts";

/** What is done about the documented limits. */
export type LimitChecks = "enforce" | "warn" | "off";

/** Holds calls against the documented limits, and makes their bodies ready. */
export interface Preparation {
  /** @throws LimitError Where limits are enforced. */
  onBreach(operationId: string, breach: Breach | undefined): void;
  /** What makes a body ready; undefined for a call without one. */
  preparing(
    operationId: string,
    body: CallBody | undefined,
    options: FileArguments | undefined,
  ): ((signal: AbortSignal) => Promise<OutgoingBody>) | undefined;
}

export function preparation(
  document: Pick<AnswerReader, "routes" | "rules">,
  limits: LimitChecks,
  logger: Logger | undefined,
): Preparation {
  const onBreach = (operationId: string, breach: Breach | undefined) => {
    if (limits === "off" || breach === undefined) return;
    const { message, code } = meaningOf(document.rules, operationId, breach);
    if (limits === "enforce") throw new LimitError(message, operationId, breach.argument, code);
    logger?.warn(message);
  };
  return {
    onBreach,
    preparing: (operationId, body, options = "body") =>
      body &&
      ((signal) => {
        const complaints = {
          onBreach: (breach: Breach) => onBreach(operationId, breach),
          onDisagreement: (message: string) => logger?.warn(`${operationId}: ${message}`),
          trusted: limits === "off",
        };
        const { routes, rules } = document;
        const documented = { routes, limits: rules.limits };
        return prepareUpload(documented, operationId, body, options, complaints, signal);
      }),
  };
}
