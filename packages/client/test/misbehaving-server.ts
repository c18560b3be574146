import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What the server does with one request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface MisbehavingServer {
  url: string;
  /** How many bytes of body each request brought, as far as they were read. */
  received: number[];
  /** When each request came. */
  times: number[];
}

/** Starts a server that treats each request as the list says; the last entry holds for all that follow. */
export async function misbehavingServer(...behaviours: Behaviour[]): Promise<MisbehavingServer> {
  const received: number[] = [];
  const times: number[] = [];
  const server = createServer((request, response) => {
    const index = received.push(0) - 1;
    times.push(Date.now());
    request.on("data", (chunk: Buffer) => {
      received[index] = (received[index] ?? 0) + chunk.length;
    });
    request.on("error", () => {});
    behaviours[Math.min(index, behaviours.length - 1)]?.(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, times };
}

/** Answers after the whole request was read. */
export function answers(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Behaviour {
  return (request, response) => {
    request.on("end", () => {
      const isText = typeof body === "string";
      const type = isText ? "text/html" : "application/json";
      response.writeHead(status, { "Content-Type": type, ...headers });
      response.end(isText ? body : JSON.stringify(body));
    });
  };
}

/** Reads the request and closes the connection without an answer. */
export const closes: Behaviour = (request) => {
  request.on("end", () => request.socket.destroy());
};

/** Reads the request and never answers. */
export const keepsSilent: Behaviour = () => {};

/** Reads nothing beyond what the system takes on its own. */
export const stopsReading: Behaviour = (request) => {
  request.pause();
};

/** Promises more of an answer than it sends. */
export function cutsShort(text: string): Behaviour {
  return (request, response) => {
    request.on("end", () => {
      response.writeHead(200, {
        "Content-Type": "application/json",
        "Content-Length": String(text.length + 10),
      });
      response.write(text, () => setTimeout(() => request.socket.destroy(), 10));
    });
  };
}
