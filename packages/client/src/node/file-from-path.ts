import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { detectType } from "../call/file.ts";
import { typeOfName } from "../image/signatures.ts";

/** What a file from disk is called on the wire. */
export interface FileFromPathOptions {
  /** Its name, by default that of the file. */
  name?: string | undefined;
  /** Its media type, by default what its first bytes say, else what its name says. */
  type?: string | undefined;
}

/**
 * A file on disk, to be uploaded. It is read while it is sent, so that its size costs no memory, and must stay as it is
 * until then: an upload of a file that was written to in between fails with a `FileError`.
 *
 * @throws TypeError When there is no such file, or it is none.
 */
export async function fileFromPath(path: string, options: FileFromPathOptions = {}): Promise<File> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new TypeError(`fileFromPath: "${path}" cannot be read.`, { cause });
  });
  if (!found.isFile()) throw new TypeError(`fileFromPath: "${path}" is not a file.`);
  const blob = await openAsBlob(path);
  const name = options.name ?? basename(path);
  const type = options.type ?? (await detectType(blob)) ?? typeOfName(name) ?? "";
  return new File([blob], name, { type, lastModified: found.mtimeMs });
}
