import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyBytes, type ExpectedResponse } from "@image-apis/conformance/judging";
import { type CapturedBody, readBody } from "./captured-body.ts";

/** A request as it arrived. */
export interface CapturedRequest {
  method: string;
  /** Path and query, encoded. */
  target: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: CapturedBody;
}

/** A server on a free port of 127.0.0.1 that notes what it is sent and answers as it is told. */
export class CaptureServer {
  readonly url: string;
  readonly #server: Server;
  #answer: ExpectedResponse | undefined;
  #captured: CapturedRequest[] = [];

  static async start(): Promise<CaptureServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new CaptureServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    // The cast: a server that listens on a port has an address.
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on("request", (request, response) => {
      // A client that goes away in the middle leaves nothing to answer.
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** Says how the next requests are answered, and forgets those before. */
  prepare(answer: ExpectedResponse): void {
    this.#answer = answer;
    this.#captured = [];
  }

  /** The requests since `prepare`. */
  get captured(): readonly CapturedRequest[] {
    return this.#captured;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#captured.push(await capture(request));
    const { status, mediaType, body } = this.#answer ?? unprepared;
    response.writeHead(status, mediaType === undefined ? {} : { "Content-Type": mediaType });
    response.end(bodyBytes(body));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const unprepared: ExpectedResponse = { status: 500, mediaType: undefined, body: { kind: "none" } };

async function capture(request: IncomingMessage): Promise<CapturedRequest> {
  const { method = "", url = "" } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
  return { method, target: url, headers, body: await readBody(request) };
}
