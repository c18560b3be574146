import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { eventually } from "@image-apis/testing/eventually";
import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { openRaw, statuses } from "./support/raw-connection.ts";
import { addImages, basic, filePart, form, png, saveImage } from "./support/requests.ts";
import { send } from "./support/send.ts";

const mock = useMock();

test("Expect: 100-continue is told to go on, and then answered", async () => {
  const { method, target, headers } = saveImage(png, { Expect: "100-continue" });
  const { hostname, port } = new URL(mock.url());
  const upload = request({ method, path: target, headers, hostname, port, agent: false });
  upload.flushHeaders();
  await once(upload, "continue");
  upload.end(png);
  const [response] = await once(upload, "response");
  response.resume();

  expect(response.statusCode).toBe(200);
});

test.each(["100-continue, a-miracle", "a-miracle;100-continue", "x 100-continue"])(
  "more than 100-continue is another expectation: %s",
  async (expectation) => {
    const raw = await openRaw(mock.url());
    raw.socket.write(
      `PUT /api/v1/Person/123/Image HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\nExpect: ${expectation}\r\n\r\nx`,
    );

    expect(statuses(await raw.ended)).toEqual([417]);
    raw.socket.destroy();
  },
);

test("another expectation is 417", async () => {
  expect((await mock.send(saveImage(png, { Expect: "a-miracle" }))).status).toBe(417);
});

test("headers of almost 16 KB pass; longer ones are 431 and say so", async () => {
  const info = { target: "/api/v1/Person/123/ImageInfo" };
  const passed = await mock.send({ ...info, headers: { ...basic, "X-Long": "x".repeat(16_000) } });
  expect(passed.status).toBe(200);

  const refused = await mock.send({ ...info, headers: { ...basic, "X-Long": "x".repeat(17_000) } });
  expect([refused.status, refused.mediaType]).toEqual([431, "application/problem+json"]);
  expect(refused.json().detail).toMatch(/16 KB/);
});

test("five hundred headers pass", async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`x-${at}`, "1"]));

  const { status } = await mock.send({
    target: "/api/v1/Person/123/ImageInfo",
    headers: { ...many, ...basic },
  });

  expect(status).toBe(200);
});

test("what is not HTTP is 400", async () => {
  const { hostname, port } = new URL(mock.url());
  const socket = connect(Number(port), hostname);
  socket.end("nonsense\r\n\r\n");
  const [text] = await once(socket, "data");

  expect(String(text)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*The request is not HTTP/);
});

test("a body that trickles in is 408 when its time is over, and leaves nothing behind", async () => {
  const slow = await startMock({ port: 0, timeLimit: 400 });
  const { hostname, port } = new URL(slow.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(
    `PUT /api/v1/Person/123/Image HTTP/1.1\r\nHost: mock\r\nAuthorization: ${basic.Authorization}\r\nContent-Type: image/png\r\nContent-Length: 100000\r\n\r\n`,
  );
  const dripping = setInterval(() => socket.write("x"), 50);
  const [text] = await once(socket, "data");
  clearInterval(dripping);
  socket.destroy();

  expect(String(text)).toMatch(/^HTTP\/1\.1 408 Request Timeout/);
  await eventually(async () => {
    const [entry] = (await send(slow.url, { target: "/__mock/requests" })).json();
    expect(entry).toMatchObject({
      operationId: "savePersonImage",
      verdict: "malformed",
      answer: { status: 408 },
      why: "The request did not arrive in time.",
    });
  });
  await slow.close();
});

test("more than 20,000 parts are 413, and the connection stays usable", async () => {
  const field = { headers: ['Content-Disposition: form-data; name="note"'], body: "x" };
  const received = await mock.send(addImages(form([...Array(20_001).fill(field), filePart(png)])));

  expect([received.status, received.json().detail]).toEqual([
    413,
    "The form has more than 20000 parts.",
  ]);
});
