/**
 * The other end, in a process of its own: reads every body to its end and sends the documented success. Below
 * `/refuse-once/<any name>` the first request of a name gets 429 instead, after its whole body.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const success = JSON.stringify({
  data: [{ code: 200, message: "Success", status: "true" }],
  warnings: [],
  errors: [],
});
const refused = new Set<string>();

const server = createServer(async (request, response) => {
  for await (const _ of request);
  const [, name] = /^\/refuse-once\/([^/]+)\//.exec(request.url ?? "") ?? [];
  const refuses = name !== undefined && !refused.has(name);
  if (refuses) refused.add(name);
  const headers = { "Content-Type": "application/json", ...(refuses && { "Retry-After": "0" }) };
  response.writeHead(refuses ? 429 : 200, headers);
  response.end(refuses ? "{}" : success);
});
server.listen(0, "127.0.0.1", () => {
  // The cast: a server that listens on a port has an address.
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("disconnect", () => process.exit());
