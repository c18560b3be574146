import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";

/** Follows a mock's stream of events; `text` is what came so far. */
export async function eventsOf(url: string): Promise<{ text(): string; close(): void }> {
  const stream = request(`${url}/__mock/events`, { agent: false }).end();
  const [response] = (await once(stream, "response")) as [IncomingMessage];
  let text = "";
  response.on("data", (chunk: Buffer) => {
    text += chunk;
  });
  return { text: () => text, close: () => void stream.destroy() };
}
