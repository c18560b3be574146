import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

/** What a test sends; the target goes on the wire as it is written. */
export interface Sent {
  method?: string;
  target: string;
  headers?: OutgoingHttpHeaders;
  body?: Uint8Array | string | undefined;
  /** Sends the body in chunks, without Content-Length. */
  chunked?: boolean;
}

/** What a test got. */
export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  /** The media type without parameters. */
  mediaType: string | undefined;
  body: Buffer;
  /** The body as JSON, loosely typed because that is what tests look into. */
  // biome-ignore lint/suspicious/noExplicitAny: a test names the members it expects.
  json: () => any;
}

/** Sends one request over a connection of its own. */
export function send(url: string, sent: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const { method = "GET", target, headers = {}, body, chunked = false } = sent;
    const { hostname, port } = new URL(url);
    const length =
      body === undefined || chunked ? {} : { "Content-Length": Buffer.byteLength(body) };
    const outgoing = request(
      { hostname, port, method, path: target, headers: { ...length, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const received = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            mediaType: response.headers["content-type"]?.split(";")[0],
            body: received,
            json: () => JSON.parse(received.toString("utf8")),
          });
        });
      },
    );
    outgoing.on("error", reject);
    if (chunked) outgoing.flushHeaders();
    outgoing.end(body);
  });
}
