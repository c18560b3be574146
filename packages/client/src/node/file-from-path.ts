import { type FileHandle, open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { StreamedFile } from "@image-apis/types";
import { typeOfName } from "../upload/signatures.ts";
import { detectType } from "../upload/source.ts";

/** What a file from disk is called on the wire. */
export interface FileFromPathOptions {
  /** Its name, by default that of the file. */
  name?: string | undefined;
  /** Its media type, by default what its first bytes say, else what its name says. */
  type?: string | undefined;
}

/** A file on disk, ready to be uploaded. */
export interface FileOnDisk extends StreamedFile {
  stream(): ReadableStream<Uint8Array>;
  name: string;
  /** The media type; `""` where neither the bytes nor the name tell. */
  type: string;
}

const chunkLength = 2 ** 16;

/**
 * A file on disk, to be uploaded. It is open only while it is sent, and read as it is sent, so that its size costs no
 * memory. It must stay as it is until then: one that was written to since fails with a `FileError`.
 *
 * @throws TypeError When there is no such file, or it is none.
 */
export async function fileFromPath(
  path: string,
  options: FileFromPathOptions = {},
): Promise<FileOnDisk> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new TypeError(`fileFromPath: "${path}" cannot be read.`, { cause });
  });
  if (!found.isFile()) throw new TypeError(`fileFromPath: "${path}" is not a file.`);
  const { size, mtimeMs } = found;
  const stream = () => streamOf(path, { size, mtimeMs });
  const name = options.name ?? basename(path);
  const type = options.type ?? (await detectType({ stream, size })) ?? typeOfName(name) ?? "";
  return { stream, size, name, type };
}

/** The state a file has to keep. */
interface FileState {
  size: number;
  mtimeMs: number;
}

function streamOf(path: string, state: FileState): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  let position = 0;
  const close = async () => {
    await handle?.close();
    handle = undefined;
  };
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          handle ??= await open(path);
          const buffer = new Uint8Array(Math.min(chunkLength, state.size - position));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
          position += bytesRead;
          // Before the last bytes leave: without them, no server takes the body for complete.
          if (bytesRead === 0 || position === state.size) await assertSame(handle, state);
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (bytesRead > 0 && position < state.size) return;
          await close();
          controller.close();
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

async function assertSame(handle: FileHandle, state: FileState): Promise<void> {
  const { size, mtimeMs, nlink } = await handle.stat();
  if (size !== state.size || mtimeMs !== state.mtimeMs) throw new Error("it was written to");
  if (nlink === 0) throw new Error("it was deleted");
}
