import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import { type HeaderPair, headerPairs } from "./header-pairs.ts";

/** As many interim responses as are passed on to one client. */
const most = 20;

/**
 * Passes a target's interim responses on, such as early hints (103), as they come. Of `100 Continue` the proxy sends its
 * own, and a switch of protocols (101) is not a response.
 *
 * @param passed what of a response's headers is passed on.
 */
export function passInterim(
  upstream: ClientRequest,
  request: IncomingMessage,
  response: ServerResponse,
  passed: (pairs: HeaderPair[]) => HeaderPair[],
): void {
  let count = 0;
  upstream.on("information", ({ statusCode, rawHeaders }) => {
    count += 1;
    // HTTP/1.0 knows no interim responses.
    const canPass = request.httpVersion === "1.1" && !response.headersSent && !response.destroyed;
    if (!canPass || count > most || statusCode <= 101) return;
    const pairs = headerPairs(rawHeaders).filter(([name]) => !/^content-length$/i.test(name));
    const headers = passed(pairs).map(
      ([name, value]): HeaderPair => [name, value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?")],
    );
    response.writeInformation(statusCode, headers.flat());
  });
}
