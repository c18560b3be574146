import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection to a server, and everything that came over it. */
export interface Raw {
  socket: Socket;
  text(): string;
  /** Resolves to all that came once the server has ended its side. */
  ended: Promise<string>;
}

/** Opens a connection that the client ends only when it says so. */
export async function openRaw(url: string): Promise<Raw> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let received = "";
  socket.on("data", (chunk: Buffer) => {
    received += chunk.toString("latin1");
  });
  const ended = new Promise<string>((resolve) => {
    const end = () => resolve(received);
    socket.once("end", end);
    socket.once("close", end);
    socket.on("error", end);
  });
  await once(socket, "connect");
  return { socket, text: () => received, ended };
}

/** The status lines of what came, in their order. */
export function statuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}
