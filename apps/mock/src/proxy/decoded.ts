import {
  brotliDecompressSync,
  gunzipSync,
  inflateSync,
  type ZlibOptions,
  zstdDecompressSync,
} from "node:zlib";

/** A body that grows beyond this is not looked into. */
const limit = { maxOutputLength: 64 * 1024 * 1024 };

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
 * @returns `undefined` for a coding that is not known.
 * @throws Error for a body that is not in this coding.
 */
export function decoded(body: Buffer, encoding: string | undefined): Buffer | undefined {
  const codings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((it) => it.trim());
  let result = body;
  for (const coding of codings.filter((it) => it !== "").reverse()) {
    const decode = decoders[coding];
    if (decode === undefined) return undefined;
    result = decode(result, limit);
  }
  return result;
}
