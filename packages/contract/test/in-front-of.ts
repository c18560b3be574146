import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Server } from "../src/faces/mock.ts";

/** A request on its way to the right server. */
export interface Passing {
  method: string;
  /** Path and query, encoded. */
  target: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** A response on its way back. */
export interface Answer {
  status: number;
  /** The `Content-Type`; `""` for none. */
  type: string;
  /** All others, their names in lower case. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** The reason phrase, in place of the usual one. */
  reason?: string;
  /** Sent after the body. */
  trailers?: Record<string, string>;
}

/** What a wrong server does to what passes. */
export interface Wrongs {
  /** A request that the right server gets first; its response goes nowhere. */
  also?: (right: Passing) => Partial<Passing> | undefined;
  request?: (right: Passing) => Partial<Passing>;
  answer?: (right: Answer, request: Passing) => Partial<Answer>;
}

/** A server that passes requests on to another, and changes what comes and goes. */
export async function inFrontOf(
  { url }: Pick<Server, "url">,
  {
    also = () => undefined,
    request: changeRequest = () => ({}),
    answer: changeAnswer = () => ({}),
  }: Wrongs,
): Promise<Server> {
  const pass = ({ method, target, headers, body }: Passing) =>
    fetch(`${url}${target}`, {
      method,
      headers: { ...headers, connection: "close" },
      body: body.length > 0 ? new Uint8Array(body) : null,
    });
  const server = createServer((incoming, response) => {
    // What throws on the way is a response that never comes.
    serve(incoming, response).catch(() => response.destroy());
  });
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const { "content-length": _, ...headers } = incoming.headers as Record<string, string>;
    const asked = {
      method: incoming.method ?? "GET",
      target: incoming.url ?? "/",
      headers,
      body: new Uint8Array(Buffer.concat(await incoming.toArray())),
    };
    const further = also(asked);
    if (further !== undefined) await (await pass({ ...asked, ...further })).bytes();
    const right = await pass({ ...asked, ...changeRequest(asked) });
    const { "content-type": type = "", ...others } = Object.fromEntries(right.headers);
    for (const name of ["content-length", "transfer-encoding", "connection"]) delete others[name];
    const answer: Answer = {
      status: right.status,
      type,
      headers: others,
      body: await right.bytes(),
    };
    const wrong: Answer = { ...answer, ...changeAnswer(answer, asked) };
    const contentType = wrong.type === "" ? {} : { "Content-Type": wrong.type };
    response.writeHead(wrong.status, wrong.reason, { ...wrong.headers, ...contentType });
    if (wrong.trailers !== undefined) response.addTrailers(wrong.trailers);
    response.end(wrong.body);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    // The cast: a server that listens on a port has an address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Replaces a text in the body of a response. */
export function replaced(from: string | RegExp, to: string): (right: Answer) => Partial<Answer> {
  return ({ body }) => ({
    body: new TextEncoder().encode(new TextDecoder().decode(body).replace(from, to)),
  });
}
