import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { eventually } from "@image-apis/testing/eventually";
import { expect, it } from "vitest";
import { front } from "./support/capillary.ts";
import { useFolders } from "./support/folder.ts";
import { useServer } from "./support/server.ts";
import { useServerProcesses } from "./support/server-process.ts";

const full = useServer({ floorBytes: Number.MAX_SAFE_INTEGER, empty: true });
const busy = useServer({ maxRequests: 1 });
const image = "/api/v1/Person/123/Image";
const start = useServerProcesses();
const newFolder = useFolders();

it("a disk without room is said before it is full: not ready, and 507 for an upload", async () => {
  expect((await full.send({ target: "/health" })).status).toBe(200);
  const ready = await full.send({ target: "/ready" });
  expect([ready.status, ready.json().detail]).toEqual([
    503,
    expect.stringMatching(/^The disk has \d+ bytes left, and \d+ must stay free\.$/),
  ]);
  const { status } = await full.send({
    method: "POST",
    target: "/api_gateway/file-service/rewards/a.png",
    headers: { ...full.till(), "Content-Type": "image/png" },
    body: front,
  });
  expect(status).toBe(507);
  await full.inFolder(({ reader }) => expect(reader.all("select key from blob")).toEqual([]));
});

/** Sends the head of an upload and its first bytes; the rest comes when it is told. */
function begun(url: string, authorization: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = [
    `PUT ${image} HTTP/1.1`,
    "Host: localhost",
    `Authorization: ${authorization}`,
    "Content-Type: image/png",
    `Content-Length: ${front.length}`,
    "Connection: close",
    "\r\n",
  ];
  socket.write(head.join("\r\n"));
  socket.write(front.subarray(0, 1000));
  const answer = text(socket);
  return { finish: () => socket.write(front.subarray(1000)), answer };
}

it("more requests at once than it may work on get 503 and a time, and health still responds", async () => {
  const upload = begun(busy.server().url, busy.admin().Authorization);
  const ask = () => busy.send({ target: "/api/v1/Person/123/ImageInfo", headers: busy.admin() });
  const refused = await eventually(async () => {
    const found = await ask();
    expect(found.status).toBe(503);
    return found;
  });
  expect(refused.headers["retry-after"]).toBe("1");
  expect((await busy.send({ target: "/health" })).status).toBe(200);
  upload.finish();
  expect(await upload.answer).toMatch(/^HTTP\/1\.1 200 /);
  await eventually(async () => expect((await ask()).status).toBe(200));
});

it("an upload that is under way when the server is told to stop ends, and then the server does", async () => {
  const { url, lines, end } = await start("--data", newFolder());
  const password = /password {2}(\S+)/.exec(lines.join("\n"))?.[1] ?? "";
  const basic = `Basic ${Buffer.from(`admin:${password}`).toString("base64")}`;
  const saved = async () =>
    (await fetch(url + image, { headers: { Authorization: basic } })).status;
  expect(await saved()).toBe(200);
  const upload = begun(url, basic);
  // The server has read the head before it is told to stop.
  await eventually(async () => {
    const response = await fetch(`${url}/__server/status`, { headers: { Authorization: basic } });
    expect(((await response.json()) as { underWay: number }).underWay).toBe(2);
  });
  const stopped = end("SIGTERM");
  upload.finish();
  expect(await upload.answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(await stopped).toBe(0);
});
