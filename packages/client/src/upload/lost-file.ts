import { cannotBeRead, FileError } from "../errors/file-error.ts";
import { isBlob } from "../values/kind.ts";
import type { Source } from "./body.ts";

/**
 * The first file that can no longer be read. A browser reads Blobs by itself, and says of one that changed on disk no
 * more than of a broken connection.
 */
export async function lostFile(
  operationId: string,
  sources: readonly Source[],
): Promise<FileError | undefined> {
  for (const { bytes, argument } of sources) {
    if (argument === undefined || !isBlob(bytes)) continue;
    try {
      await bytes.slice(0, 1).arrayBuffer();
    } catch (cause) {
      return new FileError(operationId, argument, cannotBeRead(cause), { cause });
    }
  }
  return undefined;
}
