import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A target that writes down every byte it is sent. */
export interface RawTarget {
  url: string;
  /** What each connection was sent, as Latin-1. */
  connections: string[];
  sockets: Socket[];
  close(): void;
}

/** How a target behaves on a connection; `text` is what came on it so far. */
export type Behaviour = (socket: Socket, text: string) => void;

export const emptyResponse = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

/** Answers each request, as far as a blank line or the end of its body tells them apart. */
export const answering =
  (answer: string | Buffer): Behaviour =>
  (socket, text) => {
    if (isWhole(text)) socket.write(answer);
  };

/** Whether a text ends with a whole request. */
export function isWhole(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  if (head === -1) return false;
  if (/^transfer-encoding:/im.test(text.slice(0, head + 2)))
    return /\r\n0\r\n(?:[^\r\n]+\r\n)*\r\n$/.test(text);
  const length = Number(/^content-length: *(\d+)/im.exec(text.slice(0, head))?.[1] ?? 0);
  return text.length >= head + 4 + length;
}

export async function rawTarget(behave: Behaviour): Promise<RawTarget> {
  const connections: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    const at = connections.push("") - 1;
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      connections[at] += chunk.toString("latin1");
      behave(socket, connections[at] ?? "");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, connections, sockets, close };
}

/** Opens a connection and sends bytes. */
export async function rawClient(url: string, bytes: string = ""): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  if (bytes.length > 0) socket.write(bytes, "latin1");
  return socket;
}

/** Sends bytes and gives everything that comes back, until the other side closes or `enough` of it came. */
export async function exchange(
  url: string,
  bytes: string,
  enough: (text: string) => boolean = () => false,
): Promise<string> {
  const socket = await rawClient(url, bytes);
  let text = "";
  await new Promise<void>((resolve) => {
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (enough(text)) resolve();
    });
    socket.once("close", () => resolve());
  });
  socket.destroy();
  return text;
}
