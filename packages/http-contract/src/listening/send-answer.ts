import type { ServerResponse } from "node:http";
import type { Answer } from "../problem/answer.ts";
import { Problem } from "../problem/problem.ts";

/** Writes a response as a whole. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  try {
    write(response, answer);
  } catch (error) {
    // Nothing was written yet: a header of the response is not one that HTTP allows.
    write(response, answerToBug(error));
  }
}

/** The response where the server itself failed; its terminal says why. */
export function answerToBug(error: unknown): Answer {
  console.error(error);
  return new Problem(500, "The server failed; its terminal says why. This is a bug.").answer();
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length }).end(body);
}
