import type { OutgoingBody } from "../transport/outgoing-body.ts";
import { nameOf, sizeOf } from "../values/file.ts";
import { encodeBody } from "./body.ts";
import type { CallBody, FileArguments } from "./call-body.ts";
import { disagreements, lookInto, withType } from "./image-types.ts";
import type { Breach } from "./limit-violation.ts";
import { findBreach, type LimitsDocument } from "./limits.ts";
import { lostFile } from "./lost-file.ts";
import { openBody } from "./open-body.ts";

/** What is done with what there is to say about a body. */
export interface Complaints {
  /** A broken limit; may throw. */
  onBreach(breach: Breach): void;
  onDisagreement(message: string): void;
  /** Whether the declared media type stands, whatever the bytes say. */
  trusted: boolean;
}

/**
 * Looks into the files of a body, holds them against the documented limits, and makes it ready to be sent.
 *
 * @param options The options the files came from.
 * @param signal Ends the reading.
 */
export async function prepareUpload(
  document: LimitsDocument,
  operationId: string,
  given: CallBody,
  options: FileArguments,
  { onBreach, onDisagreement, trusted }: Complaints,
  signal: AbortSignal,
): Promise<OutgoingBody> {
  const files = await lookInto(operationId, given, options, signal);
  const body = withType(
    given,
    document.routes[operationId]?.requestMediaTypes ?? [],
    files,
    trusted,
  );
  // A path that is not documented has no limits.
  const breach =
    operationId in document.routes
      ? findBreach(document, operationId, options, body, files)
      : undefined;
  if (breach !== undefined) onBreach(breach);
  disagreements(given, files).forEach(onDisagreement);
  const { contentType, isForm, replayable, sources } = encodeBody(body, files);
  return {
    contentType,
    isForm,
    replayable,
    size: sources.reduce((sum, { bytes }) => sum + sizeOf(bytes), 0),
    files: files.map((it) => ({ argument: it.argument, name: nameOf(it.file) })),
    lostFile: () => lostFile(operationId, sources),
    open: (signal, ...listeners) => openBody(operationId, sources, signal, ...listeners),
  };
}
