import { readFileSync, statSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { mediaTypeOf } from "./media-type.ts";
import { mockAddress } from "./mock-address.ts";

/**
 * Answers the pages with the address of a running mock in place of the one they were built with, so that what is
 * copied from them works. All other files go to `others`.
 */
export function namingMock(
  folder: string,
  mockUrl: string,
  others: RequestListener,
): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const mediaType = mediaTypeOf(file);
    const path = join(folder, file);
    if (mediaType === undefined || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
      others(request, response);
      return;
    }
    const text = readFileSync(path, "utf8").replaceAll(mockAddress, mockUrl);
    response.writeHead(200, {
      "Content-Type": mediaType,
      "Content-Length": Buffer.byteLength(text),
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : text);
  };
}
