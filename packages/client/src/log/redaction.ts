const secretHeader = /authorization|cookie|token|secret|key/i;
/**
 * A query parameter or JSON member that holds a secret; the parameters of a signed URL among them, however a page or a
 * JSON text writes its `&` and `=`.
 */
const secretValue =
  /((?:[?&;]|\\u0026|%26|%3f)(?:x-amz-[\w-]+|[\w-]*(?:token|signature|credential|secret|key)[\w-]*)(?:=|\\u003d|%3d)|"[\w-]*(?:token|secret|password|key)"\s*:\s*")[^&\s"'<\\%]+/gi;

/** Headers as a log may hold them. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, secretHeader.test(name) ? "***" : redact(value)]),
  );
}

/** An address, a body or a message as a log may hold it. */
export function redact(text: string): string {
  return text.replace(secretValue, "$1***");
}
