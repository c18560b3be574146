/** msw mocks inside a process and has no server of its own; this is the least that makes one of it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { fromOpenApi } from "@msw/source/open-api";
import { getResponse } from "msw";

const [file = "", port = "0"] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`;
// Handlers are made for the addresses of the document, so that those must be this one.
const document = JSON.parse(readFileSync(file, "utf8"), (key, value) =>
  key === "servers" ? [{ url: origin }] : value,
);
const handlers = await fromOpenApi(document);

createServer(async (incoming, outgoing) => {
  const { method = "GET", url = "/", headers } = incoming;
  const body = method === "GET" || method === "HEAD" ? null : Readable.toWeb(incoming);
  const request = new Request(origin + url, {
    method,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
    body: body as ReadableStream | null,
    duplex: "half",
  } as RequestInit);
  const response = await getResponse(handlers, request);
  if (!incoming.readableEnded) incoming.resume();
  outgoing.writeHead(response?.status ?? 404, Object.fromEntries(response?.headers ?? []));
  outgoing.end(new Uint8Array((await response?.arrayBuffer()) ?? []));
}).listen(Number(port), "127.0.0.1");
