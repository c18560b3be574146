import { expect, test } from "vitest";
import { createCapillaryClient } from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import { answers, closes, misbehavingServer } from "./misbehaving-server.ts";

/** What an upload fails with where `fetch` fails so. */
async function failureWith(cause: unknown): Promise<unknown> {
  const fetch = async () => {
    throw new TypeError("fetch failed", { cause });
  };
  const client = createCapillaryClient({ baseUrl: "http://127.0.0.1", fetch, maxRetries: 0 });
  const files = [fixtureFile("front.png")];
  return client.addCustomerImage({ customerId: 1, files }).catch((error) => error);
}

const systemError = (code: string, more: object = {}) =>
  Object.assign(new Error(`it failed: ${code}`), { code, ...more });

test.each([
  ["nobody listens", systemError("ECONNREFUSED")],
  ["no host has that address", systemError("EHOSTUNREACH", { syscall: "connect" })],
  ["there is no way to the network", systemError("ENETUNREACH", { syscall: "connect" })],
  ["the connection is not made in time", systemError("ETIMEDOUT", { syscall: "connect" })],
  ["undici gives up connecting", systemError("UND_ERR_CONNECT_TIMEOUT")],
  ["the name is not known", systemError("ENOTFOUND")],
  ["the name server does not answer", systemError("EAI_AGAIN")],
  ["the certificate is the server's own", systemError("DEPTH_ZERO_SELF_SIGNED_CERT")],
  ["the certificate has expired", systemError("CERT_HAS_EXPIRED")],
  ["the certificate is for another name", systemError("ERR_TLS_CERT_ALTNAME_INVALID")],
  ["the certificate's issuer is not known", systemError("UNABLE_TO_VERIFY_LEAF_SIGNATURE")],
  [
    "every address of a name refuses",
    new AggregateError([systemError("ECONNREFUSED"), systemError("EHOSTUNREACH")]),
  ],
  [
    "the server hangs up during the handshake",
    systemError("ECONNRESET", {
      message: "Client network socket disconnected before secure TLS connection was established",
    }),
  ],
  ["Deno cannot connect", new Error("error sending request: client error (Connect): refused")],
])("nothing was sent when %s", async (_, cause) => {
  expect(await failureWith(cause)).toMatchObject({ name: "ConnectionError", unsent: true });
});

test.each([
  ["the connection was reset", systemError("ECONNRESET", { syscall: "read" })],
  ["the connection timed out while open", systemError("ETIMEDOUT", { syscall: "read" })],
  ["the way to the host broke while open", systemError("EHOSTUNREACH", { syscall: "read" })],
  ["the network broke while open", systemError("ENETDOWN", { syscall: "write" })],
  ["the pipe broke", systemError("EPIPE")],
  ["the other side closed", systemError("UND_ERR_SOCKET")],
  ["a runtime says nothing", "failed"],
  [
    "one address refused and another broke later",
    new AggregateError([systemError("ECONNREFUSED"), systemError("ECONNRESET")]),
  ],
])("something may have been sent when %s", async (_, cause) => {
  expect(await failureWith(cause)).toMatchObject({ name: "ConnectionError", unsent: false });
});

test("nothing was sent to a server that does not speak TLS, and it is tried again", async () => {
  const server = await misbehavingServer(answers(200, {}));
  const url = server.url.replace("http:", "https:");
  const warnings: string[] = [];
  const logger = { debug() {}, warn: (message: string) => warnings.push(message) };
  const client = createCapillaryClient({ baseUrl: url, logger, maxRetries: 1 });
  const files = [fixtureFile("front.png")];

  await expect(client.addCustomerImage({ customerId: 1, files })).rejects.toMatchObject({
    unsent: true,
    mayBeStored: false,
  });
  expect(warnings.filter((it) => it.includes("Retry 1 of 1"))).toHaveLength(1);
});

test("a connection that broke after the request was sent is not unsent", async () => {
  const { url } = await misbehavingServer(closes);
  const client = createCapillaryClient({ baseUrl: url, maxRetries: 0 });
  const files = [fixtureFile("front.png")];

  await expect(client.addCustomerImage({ customerId: 1, files })).rejects.toMatchObject({
    unsent: false,
    mayBeStored: true,
  });
});
