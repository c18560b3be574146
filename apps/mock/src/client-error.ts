import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { Problem } from "./problem.ts";

/** Answers what never became a request: headers that are too long or malformed, and a request that takes too long. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, detail } = explanations[error.code ?? ""] ?? {
    status: 400,
    detail: `The request is not HTTP: ${error.message}.`,
  };
  const { body = "" } = new Problem(status, detail).answer();
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Content-Type: application/problem+json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}

const explanations: Record<string, { status: number; detail: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: "The headers have more than 16 KB in all." },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: "The request did not end in time." },
};
