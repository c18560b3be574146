/**
 * Anything that can be sent as the bytes of a file. A `File` brings its own name and media type along, a `Blob` its
 * media type; plain bytes have neither.
 */
export type Uploadable = Blob | Uint8Array | ArrayBuffer;
