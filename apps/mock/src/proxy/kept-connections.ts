import { type ClientRequest, Agent as PlainAgent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import type { Duplex } from "node:stream";

/** Connections to the target between two requests. */
export type KeptConnections = PlainAgent | SecureAgent;

/** How many are kept. */
const most = 16;

/** Keeps connections to a target, and lets go of one on which something arrives that nobody asked for. */
export function keptConnections(target: URL): KeptConnections {
  const kept =
    target.protocol === "https:"
      ? new SecureAgent({ keepAlive: true, maxFreeSockets: most })
      : new PlainAgent({ keepAlive: true, maxFreeSockets: most });
  const keep = kept.keepSocketAlive.bind(kept);
  const reuse = kept.reuseSocket.bind(kept);
  // A response that came unasked would be taken for that of the next request.
  const drop = new WeakMap<Duplex, () => void>();
  return Object.assign(kept, {
    keepSocketAlive(socket: Duplex) {
      const unasked = () => socket.destroy();
      drop.set(socket, unasked);
      socket.on("data", unasked);
      return keep(socket);
    },
    reuseSocket(socket: Duplex, request: ClientRequest) {
      const unasked = drop.get(socket);
      if (unasked !== undefined) socket.off("data", unasked);
      reuse(socket, request);
    },
  });
}
