import type { EncodedBody, Source } from "../call/body.ts";
import { ApiError } from "../errors/api-error.ts";
import { FileError } from "../errors/file-error.ts";

/** The error of a file that went wrong while it was sent; undefined where no file is to blame. */
export async function changedFile(
  operationId: string,
  body: EncodedBody | undefined,
  error: unknown,
): Promise<ApiError | undefined> {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ApiError) return at;
  for (const source of body?.sources ?? []) {
    const cause = await unreadable(source);
    if (cause === undefined) continue;
    const complaint = "changed or disappeared while it was sent; the server did not get it";
    return new FileError(operationId, source.argument ?? "body", complaint, { cause });
  }
  return undefined;
}

/** Why a Blob can no longer be read; a file on disk that was written to cannot. */
async function unreadable({ bytes }: Source): Promise<unknown> {
  if (!(bytes instanceof Blob)) return undefined;
  return bytes
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => undefined,
      (cause: unknown) => cause,
    );
}
