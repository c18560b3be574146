import { Agent, request } from "node:http";

export interface Load {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** The body, in the pieces in which it is sent. */
  body: readonly Uint8Array[];
}

export interface Rate {
  perSecond: number;
  count: number;
  /** By status, how many answers. */
  statuses: Record<string, number>;
}

/** Sends the same request over and over, on ten connections, for some time. */
export async function rate(url: string, load: Load, milliseconds: number): Promise<Rate> {
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const statuses: Record<string, number> = {};
  const begin = performance.now();
  const until = begin + milliseconds;
  let count = 0;
  const lane = async () => {
    while (performance.now() < until) {
      const status = await send(url, load, agent);
      statuses[status] = (statuses[status] ?? 0) + 1;
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  agent.destroy();
  return { perSecond: (count * 1000) / (performance.now() - begin), count, statuses };
}

/** Sends one request and resolves to the status of its answer, or to the code of the error. */
export function send(url: string, load: Load, agent?: Agent): Promise<string> {
  const { hostname, port } = new URL(url);
  const length = load.body.reduce((sum, piece) => sum + piece.length, 0);
  const headers = { ...load.headers, ...(length > 0 && { "Content-Length": length }) };
  return new Promise((resolve) => {
    const outgoing = request(
      { hostname, port, method: load.method, path: load.path, headers, agent: agent ?? false },
      (response) => {
        response.resume();
        response.on("end", () => resolve(String(response.statusCode)));
        response.on("error", () => resolve("broken"));
      },
    );
    outgoing.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
    const write = (at: number): void => {
      const piece = load.body[at];
      if (piece === undefined) outgoing.end();
      else outgoing.write(piece, () => write(at + 1));
    };
    write(0);
  });
}
