/** A part as it stands in a form: its header lines and its bytes. */
export interface RawPart {
  headers: string[];
  body: Uint8Array | string;
}

/** A file part with a file name. */
export function filePart(
  body: Uint8Array | string,
  filename = "front.png",
  name = "file",
): RawPart {
  return {
    headers: [
      `Content-Disposition: form-data; name="${name}"; filename="${filename}"`,
      "Content-Type: image/png",
    ],
    body,
  };
}

/** A form, byte for byte. */
export function form(parts: RawPart[], boundary = "boundary"): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ headers, body }) => [
      Buffer.from(`--${boundary}\r\n${headers.map((it) => `${it}\r\n`).join("")}\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

/** The header of such a form, as long as its boundary is the default one. */
export const formType = { "Content-Type": "multipart/form-data; boundary=boundary" };
