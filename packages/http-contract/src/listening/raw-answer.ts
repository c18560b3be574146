import { STATUS_CODES, validateHeaderName, validateHeaderValue } from "node:http";
import type { Answer } from "../problem/answer.ts";

/**
 * A response as it travels, for a socket that Node's own response cannot write to: the lines of its head, then its body.
 * The connection ends with it.
 *
 * @throws TypeError for a header that HTTP does not allow.
 */
export function rawAnswer({ status, headers, body }: Answer, isHead = false): Buffer[] {
  const own = {
    ...headers,
    Date: new Date().toUTCString(),
    Connection: "close",
    ...(body !== undefined && { "Content-Length": String(Buffer.byteLength(body)) }),
  };
  const lines = Object.entries(own).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => {
      validateHeaderName(name);
      validateHeaderValue(name, String(one));
      return `${name}: ${one}`;
    }),
  );
  return [
    ...[`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`, ...lines, ""].map((line) =>
      Buffer.from(`${line}\r\n`, "latin1"),
    ),
    Buffer.from(isHead ? "" : (body ?? "")),
  ];
}
