import type { ServerResponse } from "node:http";
import { ownPagesOnly } from "../control/own-pages-only.ts";
import type { MockContext } from "../mock-context.ts";

/** The headers of the stream. */
export const eventStream = { "Content-Type": "text/event-stream", "Cache-Control": "no-store" };

/** A reader that does not read is left behind when this much waits for it. */
const maxWaitingBytes = 1024 * 1024;

/**
 * Streams what happens as server-sent events until the reader leaves or the mock closes: `entry` for every request,
 * `cleared` when the journal is, `documents` whenever their status changes, `worlds` when one begins or ends. They carry the JSON that the other paths of
 * `/__mock` give; `cleared` an empty list.
 */
export function streamEvents(
  { journal, documents, worlds, closing }: MockContext,
  response: ServerResponse,
): void {
  response.writeHead(200, { ...eventStream, ...ownPagesOnly });
  const tell = (event: string) => (json: string) => {
    // A request of a world may end after the world.
    if (response.writableEnded) return;
    response.write(`event: ${event}\ndata: ${json}\n\n`);
    // A browser comes back by itself; what it missed is in the journal.
    if (response.writableLength > maxWaitingBytes) response.destroy();
  };
  const cleared = tell("cleared");
  const changed = tell("documents");
  const others = tell("worlds");
  const stops = [
    journal.follow({ entry: tell("entry"), cleared: () => cleared("[]") }),
    documents.follow((status) => changed(JSON.stringify(status))),
    worlds?.follow((lines) => others(JSON.stringify(lines))),
  ];
  response.write(": hello\n\n");
  const end = () => response.end();
  closing.addEventListener("abort", end);
  // A reader that ends its side has left.
  response.req.socket.once("end", end);
  response.once("close", () => {
    for (const stop of stops) stop?.();
    closing.removeEventListener("abort", end);
  });
}
