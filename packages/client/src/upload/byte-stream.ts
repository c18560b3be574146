import type { Source } from "../call/body.ts";
import { openStream, sizeOf } from "../call/file.ts";

/** A file whose stream did not bring the bytes it said. */
export interface WrongLength {
  argument: string;
  complaint: string;
}

/**
 * The bytes of all sources, one after the other, read no faster than they are taken.
 *
 * @param onBytes Told of every chunk that was taken.
 * @param onWrongLength Makes the error for a stream of another length than it said.
 */
export function byteStream(
  sources: readonly Source[],
  onBytes: (count: number) => void,
  onWrongLength: (problem: WrongLength) => Error,
): ReadableStream<Uint8Array> {
  let index = 0;
  let read = 0;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const check = ({ bytes, argument = "" }: Source, done: boolean) => {
    const size = sizeOf(bytes);
    if (done ? read === size : read <= size) return;
    const complaint = `brought ${done ? "only " : "more than "}${done ? read : size} of its ${size} bytes`;
    throw onWrongLength({ argument, complaint });
  };
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const source = sources[index];
    if (source === undefined) return controller.close();
    reader ??= openStream(source.bytes).getReader();
    const { done, value } = await reader.read();
    read += value?.length ?? 0;
    check(source, done);
    if (!done) {
      onBytes(value.length);
      return controller.enqueue(value);
    }
    reader = undefined;
    read = 0;
    index += 1;
    return pull(controller);
  };
  return new ReadableStream(
    { pull, cancel: (reason) => reader?.cancel(reason) },
    { highWaterMark: 0 },
  );
}
