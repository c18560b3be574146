import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { CapturedRequest } from "../client/capture-server.ts";
import { readBody } from "../client/captured-body.ts";

/** A request that passed, with its response. */
export interface RecordedRequest extends CapturedRequest {
  status: number;
  /** The media type of the response, `""` where it has none. */
  mediaType: string;
  /** The body of the response. */
  answer: Buffer;
}

/** A server on a free port of 127.0.0.1 that passes requests on to another and notes them. */
export class RecordingProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #target: string;
  #recorded: RecordedRequest[] = [];

  static async start(target: string): Promise<RecordingProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new RecordingProxy(server, target);
  }

  private constructor(server: Server, target: string) {
    this.#server = server;
    this.#target = target;
    // The cast: a server that listens on a port has an address.
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on("request", (request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  /** The requests since this was last called. */
  take(): RecordedRequest[] {
    const recorded = this.#recorded;
    this.#recorded = [];
    return recorded;
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "" } = request;
    const bytes = Buffer.concat(await request.toArray());
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        [value ?? ""].flat().join(", "),
      ]),
    );
    const answer = await this.#ask(method, url, request.headers, bytes);
    const body = await readBody(
      Object.assign(Readable.from([bytes]), { headers: request.headers }),
    );
    const received = Buffer.concat(await answer.toArray());
    const { statusCode: status = 502, headers: answered } = answer;
    const mediaType = answered["content-type"] ?? "";
    this.#recorded.push({
      method,
      target: url,
      headers,
      body,
      status,
      mediaType,
      answer: received,
    });
    response.writeHead(status, answered);
    response.end(received);
  }

  /** Plain `node:http`, which changes nothing about a request. */
  #ask(
    method: string,
    url: string,
    headers: IncomingHttpHeaders,
    bytes: Buffer,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const options = { method, headers: { ...headers, connection: "close" } };
      const request = httpRequest(this.#target + url, options, resolve);
      request.once("error", reject);
      request.end(bytes);
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
