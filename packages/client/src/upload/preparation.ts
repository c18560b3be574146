import type { ApiDocument } from "../documented/description.ts";
import { LimitError } from "../errors/limit-error.ts";
import type { Logger } from "../log/logger.ts";
import type { OutgoingBody } from "../transport/outgoing-body.ts";
import { nameOf, sizeOf } from "../values/file.ts";
import { encodeBody } from "./body.ts";
import type { CallBody, FileArguments } from "./call-body.ts";
import { disagreements, lookInto, withType } from "./image-types.ts";
import { type LimitViolation, meaningOf } from "./limit-violation.ts";
import { findViolation } from "./limits.ts";
import { lostFile } from "./lost-file.ts";
import { openBody } from "./open-body.ts";

/** What is done about the documented limits. */
export type LimitChecks = "enforce" | "warn" | "off";

/** Holds calls against the documented limits, and makes their bodies ready. */
export interface Preparation {
  /** @throws LimitError Where limits are enforced. */
  onViolation(operationId: string, violation: LimitViolation | undefined): void;
  /**
   * What looks into the files of a body and makes it ready to be sent; undefined for a call without one.
   *
   * @param options The options the files came from.
   */
  preparing(
    operationId: string,
    body: CallBody | undefined,
    options: FileArguments | undefined,
  ): ((signal: AbortSignal) => Promise<OutgoingBody>) | undefined;
}

export function preparation(
  document: ApiDocument,
  limits: LimitChecks,
  logger: Logger | undefined,
): Preparation {
  const onViolation = (operationId: string, violation: LimitViolation | undefined) => {
    if (limits === "off" || violation === undefined) return;
    const { message, code } = meaningOf(document.errorCodes, operationId, violation);
    if (limits === "enforce") throw new LimitError(message, operationId, violation.argument, code);
    logger?.warn(message);
  };
  const prepare = async (
    operationId: string,
    given: CallBody,
    options: FileArguments,
    signal: AbortSignal,
  ): Promise<OutgoingBody> => {
    const { requestMediaTypes: types } = document.routes[operationId] ?? {};
    const files = await lookInto(operationId, given, options, signal);
    const body = withType(given, types ?? [], files, limits === "off");
    // A path that is not documented has no limits.
    if (types) {
      const limitsOfBodies = document.limits[operationId] ?? {};
      onViolation(operationId, findViolation(types, limitsOfBodies, options, body, files));
    }
    for (const message of disagreements(given, files)) logger?.warn(`${operationId}: ${message}`);
    const { sources, ...encoded } = encodeBody(body, files);
    return {
      ...encoded,
      size: sources.reduce((sum, { bytes }) => sum + sizeOf(bytes), 0),
      files: files.map((it) => ({ argument: it.argument, name: nameOf(it.file) })),
      lostFile: () => lostFile(operationId, sources),
      open: (signal, ...listeners) => openBody(operationId, sources, signal, ...listeners),
    };
  };
  return {
    onViolation,
    preparing: (operationId, body, options = "body") =>
      body && ((signal) => prepare(operationId, body, options, signal)),
  };
}
