import { type Received, type Sent, send } from "@image-apis/testing/send";
import { afterEach } from "vitest";
import { type Answerer, compileApis } from "../../src/index.ts";
import {
  type ContractListenerOptions,
  contractListener,
  type Listening,
  listen,
} from "../../src/server.ts";
import { probeDocument } from "./probe.ts";

const running: Listening[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

export const basic = { Authorization: `Basic ${Buffer.from("user:password").toString("base64")}` };

export const ok = { status: 200, headers: {}, body: "stored" };

/** Serves the probe document until the test ends. */
export async function serve<Stored>(
  answerer: Partial<Answerer<Stored>>,
  options: Partial<ContractListenerOptions<Stored>> = {},
  document = probeDocument(),
): Promise<{ url: string; send(sent: Sent): Promise<Received> }> {
  const apis = compileApis([{ name: "probe", document }]);
  const listener = contractListener<Stored>({
    apis: () => apis,
    answerer: { answer: async () => ok, ...answerer },
    ...options,
  });
  const server = await listen(listener, { port: 0 });
  running.push(server);
  return { url: server.url, send: (sent) => send(server.url, sent) };
}
