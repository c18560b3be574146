import { createHash } from "node:crypto";

/** The MD5 digest of a text in UTF-8, as 32 hexadecimal digits: what `basicAuth` with `passwordMd5` wants. */
export function md5Hex(text: string): string {
  return createHash("md5").update(text, "utf8").digest("hex");
}
