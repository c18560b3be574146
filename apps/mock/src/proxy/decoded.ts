import {
  brotliDecompressSync,
  gunzipSync,
  inflateSync,
  type ZlibOptions,
  zstdDecompressSync,
} from "node:zlib";

/** As many bytes of a body as are held and read, as it came and unpacked; a longer one passes unread. */
export const maxReadBytes = 4 * 1024 * 1024;

/** Why a longer one is not read. */
export const tooLong = `it has more than ${maxReadBytes / 1024 ** 2} MiB`;

/** Each layer may grow to as much as is read, so that many of them would keep the processor busy. */
const maxCodings = 3;

const limit = { maxOutputLength: maxReadBytes };

const decoders: Record<string, (body: Buffer, options: ZlibOptions) => Buffer> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: (body) => brotliDecompressSync(body, limit),
  zstd: (body) => zstdDecompressSync(body, limit),
  identity: (body) => body,
};

/**
 * Undoes the Content-Encoding of a body.
 *
 * @returns its bytes, or why they are not to be had: it grows beyond `maxReadBytes`, or the coding is not known.
 * @throws Error for a body that is not in this coding.
 */
export function decoded(
  body: Buffer,
  encoding: string | undefined,
): { bytes: Buffer } | { unread: string } {
  const codings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((it) => it.trim())
    .filter((it) => it !== "");
  if (codings.length > maxCodings) return { unread: `it is coded ${codings.length} times` };
  let bytes = body;
  for (const coding of codings.reverse()) {
    const decode = decoders[coding];
    if (decode === undefined) return { unread: `its coding is ${encoding}` };
    try {
      bytes = decode(bytes, limit);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw error;
      return { unread: tooLong };
    }
  }
  return { bytes };
}
