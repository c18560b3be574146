import { cannotBeRead } from "../errors/file-error.ts";
import { sizeOf } from "../values/file.ts";
import type { Source } from "./body.ts";
import { nextBytes, openStream } from "./source.ts";

/** Bytes in memory come in one piece; so much at a time is handed on, for progress that tells something. */
const pieceLength = 2 ** 16;

/**
 * The bytes of all sources, one after the other, read no faster than they are taken.
 *
 * @param signal Ends the reading: Node's `fetch`, once aborted, would read on to the end.
 * @param onBytes Told of every piece that was taken.
 * @param failure Makes the error of a file that cannot be read, or is of another length than it said.
 */
export function byteStream(
  sources: readonly Source[],
  signal: AbortSignal,
  onBytes: (count: number) => void,
  failure: (argument: string, message: string, cause?: unknown) => Error,
): ReadableStream<Uint8Array> {
  const waiting = [...sources];
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let held: Uint8Array = new Uint8Array();
  let read = 0;
  /** Whether nobody reads any more: a source that is given back ends early, which is not a fault of the file. */
  let isGivenBack = false;

  const check = ({ bytes, argument = "" }: Source, atEnd: boolean) => {
    const size = sizeOf(bytes);
    if (atEnd ? read === size : read <= size) return;
    const message = `brought ${atEnd ? `${read} bytes` : "more bytes"} where it said ${size}`;
    throw failure(argument, message);
  };
  const next = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    while (held.length === 0) {
      const [source] = waiting;
      if (source === undefined) return controller.close();
      let chunk: Uint8Array | undefined;
      try {
        reader ??= openStream(source.bytes).getReader();
        chunk = await nextBytes(reader);
      } catch (cause) {
        if (isGivenBack) return;
        throw failure(source.argument ?? "", cannotBeRead(cause), cause);
      }
      if (isGivenBack) return;
      read += chunk?.length ?? 0;
      check(source, chunk === undefined);
      if (chunk !== undefined) {
        held = chunk;
        continue;
      }
      waiting.shift();
      reader = undefined;
      read = 0;
    }
    const piece = held.subarray(0, pieceLength);
    held = held.subarray(pieceLength);
    onBytes(piece.length);
    controller.enqueue(piece);
  };
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      await next(controller);
    } catch (error) {
      // A source that is not read to its end is given back.
      await reader?.cancel(error).catch(() => {});
      throw error;
    }
  };
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    signal.addEventListener("abort", () => {
      isGivenBack = true;
      controller.error(signal.reason);
      // What the source says to that concerns nobody any more.
      reader?.cancel(signal.reason).catch(() => {});
    });
  };
  const cancel = (reason: unknown) => {
    isGivenBack = true;
    return reader?.cancel(reason);
  };
  return new ReadableStream({ start, pull, cancel }, { highWaterMark: 0 });
}
