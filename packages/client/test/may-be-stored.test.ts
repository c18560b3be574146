import { expect, test } from "vitest";
import { createCapillaryClient, createSuperOfficeClient } from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import {
  answers,
  type Behaviour,
  closes,
  keepsSilent,
  misbehavingServer,
} from "./misbehaving-server.ts";

const files = [fixtureFile("front.png"), fixtureFile("side.png")];

/** What an upload fails with at a server that behaves so. */
async function failure(behaviours: Behaviour[], options: object = {}): Promise<unknown> {
  const { url } = await misbehavingServer(...behaviours);
  const client = createCapillaryClient({ baseUrl: url, maxRetries: 0 });
  return client.addCustomerImage({ customerId: 1, files, ...options }).catch((error) => error);
}

const partly = {
  data: [
    { code: 200, status: "true" },
    { code: 8083, status: "false", message: "too small" },
  ],
};
const wholly = { data: partly.data.map((it) => ({ ...it, status: "false" })) };

test.each<[what: string, behaviour: Behaviour, options?: object]>([
  ["the connection breaks after the request", closes],
  ["nothing comes in time", keepsSilent, { timeouts: { attempt: 100 } }],
  ["the server has an error of its own", answers(500, {})],
  ["a gateway gives up", answers(504, {})],
  ["the server says that it waited too long", answers(408, {})],
  ["the response cannot be read", answers(200, "<html>")],
  ["some of the files were refused", answers(200, partly)],
])("an upload may be stored when %s", async (_, behaviour, options) => {
  expect(await failure([behaviour], options)).toMatchObject({ mayBeStored: true });
});

test.each<[what: string, behaviour: Behaviour, options?: object]>([
  ["the server refuses it", answers(400, { errors: [{ code: 8083 }] })],
  ["the server wants credentials", answers(401, {})],
  ["the server says that there are too many requests", answers(429, {})],
  ["the server is away and says for how long", answers(503, {}, { "Retry-After": "1" })],
  ["the response tells of a failure inside a 200", answers(200, { errors: [{ code: 8083 }] })],
  ["all of the files were refused", answers(200, wholly)],
  ["a limit is broken", closes, { files: [] }],
  ["it was aborted before it began", closes, { signal: AbortSignal.abort() }],
])("an upload is not stored when %s", async (_, behaviour, options) => {
  expect(await failure([behaviour], options)).toMatchObject({ mayBeStored: false });
});

test("an upload is not stored when nobody listens", async () => {
  const client = createCapillaryClient({ baseUrl: "http://127.0.0.1:1", maxRetries: 0 });
  const error = await client.addCustomerImage({ customerId: 1, files }).catch((it) => it);

  expect(error).toMatchObject({ name: "ConnectionError", mayBeStored: false });
});

test("what an attempt before the last one may have stored is not forgotten", async () => {
  const { url } = await misbehavingServer(closes, answers(400, { Message: "no" }));
  const client = createSuperOfficeClient({ baseUrl: url, maxRetries: 1 });
  const image = fixtureFile("front.png");

  await expect(client.savePersonImage({ personId: 1, image })).rejects.toMatchObject({
    status: 400,
    mayBeStored: true,
  });
});

test("a call that only reads stores nothing, however it fails", async () => {
  const { url } = await misbehavingServer(closes);
  const client = createSuperOfficeClient({ baseUrl: url, maxRetries: 0 });

  await expect(client.getPersonImage({ personId: 1 })).rejects.toMatchObject({
    name: "ConnectionError",
    mayBeStored: false,
  });
});
