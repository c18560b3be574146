import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Listening, startMock, startProxy } from "../src/index.ts";
import { certificateOf } from "./support/certificates.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { control, type Sent, send } from "./support/send.ts";

const info = "/api/v1/Person/123/ImageInfo";
const folder = mkdtempSync(join(tmpdir(), "tls-"));
const at = (name: string) => join(folder, name);
const open: Listening[] = [];
beforeAll(async () => {
  for (const name of ["one", "other"]) {
    const { cert, key } = await certificateOf(name);
    writeFileSync(at(`${name}.crt`), cert);
    writeFileSync(at(`${name}.key`), key);
  }
});
afterEach(async () => {
  for (const it of open.splice(0).reverse()) await it.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function started<Server extends Listening>(server: Promise<Server>): Promise<Server> {
  open.push(await server);
  return server;
}

/** Sends a request over TLS and trusts one certificate alone. */
function sendTrusting(
  ca: string | undefined,
  url: string,
  { target, method, headers, body }: Sent,
) {
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const options = { ...(ca && { ca }), ...(method && { method }), agent: false as const };
    // As a browser does, whatever Host a test sends.
    const servername = "localhost";
    const sent = request(`${url}${target}`, {
      ...options,
      servername,
      ...(headers && { headers }),
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    sent.end(body);
  });
}

describe("a mock with TLS", () => {
  const own = () => started(startMock({ port: 0, tls: true }));

  test("shows a certificate of its own making, which a client can trust", async () => {
    const mock = await own();
    expect(mock.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);

    const saved = await sendTrusting(mock.certificate, mock.url, saveImage(png));
    expect([saved.status, saved.text]).toEqual([200, "167"]);
    await expect(sendTrusting(undefined, mock.url, { target: info })).rejects.toMatchObject({
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
  });

  test("shows the certificate that it is given", async () => {
    const pair = { tlsCert: at("one.crt"), tlsKey: at("one.key") };
    const mock = await started(startMock({ port: 0, ...pair }));
    const { cert } = await certificateOf("one");

    expect((await sendTrusting(mock.certificate, mock.url, saveImage(png))).status).toBe(200);
    await expect(sendTrusting(cert, mock.url, { target: info })).rejects.toThrow();
  });

  test("closes /__mock to other pages, and knows its own", async () => {
    const mock = await own();
    const { host } = new URL(mock.url);
    const status = async (headers: Sent["headers"]) =>
      (
        await sendTrusting(mock.certificate, mock.url, {
          target: "/__mock/requests",
          ...(headers && { headers }),
        })
      ).status;

    expect(await status({ Origin: `https://${host}` })).toBe(200);
    expect(await status({ Origin: `http://${host}` })).toBe(403);
    expect(await status({ Origin: "https://evil.example" })).toBe(403);
    expect(await status({ Host: "evil.example", ...control })).toBe(403);
  });

  test.each(["reset", "truncate"])("breaks connections by fault=%s too", async (fault) => {
    const mock = await own();
    const headers = { ...basic, Prefer: `fault=${fault}` };
    const broken = sendTrusting(mock.certificate, mock.url, { target: info, headers });

    await expect(broken).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test.each([
    [{ tlsCert: "one.crt" }, /--tls-cert and --tls-key belong together/],
    [{ tlsCert: "none.crt", tlsKey: "one.key" }, /--tls-cert: .*none\.crt cannot be read/],
    [{ tlsCert: "one.crt", tlsKey: "other.key" }, /are not a certificate and its key/],
    [{ tlsCert: "one.key", tlsKey: "one.crt" }, /are not a certificate and its key/],
  ])("does not start with %j", async (names, message) => {
    const files = Object.fromEntries(Object.entries(names).map(([name, file]) => [name, at(file)]));

    await expect(startMock({ port: 0, ...files })).rejects.toThrow(message);
  });

  test("does not start with two certificates", async () => {
    const files = { tls: true, tlsCert: at("one.crt"), tlsKey: at("one.key") };

    await expect(startMock({ port: 0, ...files })).rejects.toThrow(/not both/);
  });
});

describe("a proxy whose target has a certificate that Node does not know", () => {
  const target = () =>
    started(startMock({ port: 0, tlsCert: at("one.crt"), tlsKey: at("one.key") }));
  const throughProxy = async (options: { ca?: string; insecure?: boolean }) => {
    const { url } = await target();
    const proxy = await started(startProxy({ port: 0, target: url, ...options }));
    const statuses: number[] = [];
    // Once over a kept connection, once over a fresh one.
    for (const sent of [
      { target: info, headers: basic },
      { target: info, headers: basic },
      saveImage(png),
    ]) {
      statuses.push((await send(proxy.url, sent)).status);
    }
    return statuses;
  };

  test("refuses it", async () => {
    expect(await throughProxy({})).toEqual([502, 502, 502]);
  });

  test("takes it with --ca, and no other", async () => {
    expect(await throughProxy({ ca: at("one.crt") })).toEqual([200, 200, 200]);
    expect(await throughProxy({ ca: at("other.crt") })).toEqual([502, 502, 502]);
  });

  test("takes any with --insecure", async () => {
    expect(await throughProxy({ insecure: true })).toEqual([200, 200, 200]);
  });

  test("can speak TLS itself", async () => {
    const { url } = await target();
    const pair = { tlsCert: at("other.crt"), tlsKey: at("other.key") };
    const proxy = await started(startProxy({ port: 0, target: url, insecure: true, ...pair }));

    expect(proxy.url).toMatch(/^https:/);
    await expect(sendTrusting(undefined, proxy.url, { target: info })).rejects.toThrow();
  });

  test.each([
    [{ target: "http://127.0.0.1:1", insecure: true }, /--insecure are for a target with https/],
    [{ target: "https://127.0.0.1:1", ca: "none.crt" }, /--ca: .*none\.crt cannot be read/],
    [{ target: "https://127.0.0.1:1", ca: "one.key" }, /has no certificate in PEM/],
  ])("does not start with %j", async (options, message) => {
    const file = "ca" in options ? { ca: at(options.ca) } : {};

    await expect(startProxy({ port: 0, ...options, ...file })).rejects.toThrow(message);
  });
});
