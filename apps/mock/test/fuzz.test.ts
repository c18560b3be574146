import { connect } from "node:net";
import { longestWait } from "@image-apis/testing/longest-wait";
import { expect, test, vi } from "vitest";
import { useMock } from "./support/mock.ts";
import { basic, filePart, form, formType, png } from "./support/requests.ts";

const mock = useMock();
const rounds = 2000;
const seed = 20261121;

/** mulberry32: the same numbers in every run. */
function random(state: number): () => number {
  let current = state;
  return () => {
    current = (current + 0x6d2b79f5) | 0;
    let mixed = Math.imul(current ^ (current >>> 15), 1 | current);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(seed);
const upTo = (count: number) => Math.floor(next() * count);
const pick = <T>(items: readonly [T, ...T[]]): T => items[upTo(items.length)] ?? items[0];

const snippets: [string, ...string[]] = [
  "\r\n",
  "\r\n\r\n",
  "--boundary",
  "--boundary--\r\n",
  "\0",
  '"',
  ";",
  "%zz",
  "filename*=UTF-8''%ff",
  'Content-Disposition: form-data; name="file"; filename="a',
  "Content-Type: multipart/mixed; boundary=inner\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "\u{1f600}",
  "x".repeat(9000),
];

/** One to four changes of a good form: bytes turned over, taken out, doubled, or put in. */
function mutated(): Buffer {
  let body = form(
    Array.from({ length: 1 + upTo(3) }, () =>
      filePart(png.subarray(0, pick([0, 100, 10_240, 20_000])), pick(["a.png", "ü;=.png", ""])),
    ),
  );
  for (let change = 1 + upTo(4); change > 0; change--) {
    const at = next() < 0.7 ? upTo(Math.min(300, body.length)) : upTo(body.length);
    const length = 1 + upTo(40);
    const [before, after] = [body.subarray(0, at), body.subarray(at)];
    const kind = upTo(5);
    if (kind === 0) body = Buffer.concat([before, after.subarray(length)]);
    else if (kind === 1) body = Buffer.concat([before, after.subarray(0, length), after]);
    else if (kind === 2) body = Buffer.concat([before, Buffer.from(pick(snippets)), after]);
    else if (kind === 3) body = Buffer.from(before);
    else if (body.length > at) body[at] = upTo(256);
  }
  return body;
}

/** Sends raw bytes and resolves to everything that came back before the connection closed. */
function exchange(head: string, body: Buffer, isCutOff: boolean): Promise<string> {
  const { hostname, port } = new URL(mock.url());
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error("no response"));
    }, longestWait);
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(late);
      resolve(text);
    });
    socket.write(head);
    socket.write(body);
    if (isCutOff) socket.end();
  });
}

test(`${rounds} mutated forms each get a whole 2xx or 4xx within 5 s (seed ${seed})`, async () => {
  const complaint = vi.spyOn(console, "error");
  const statuses = new Map<string, number>();
  const wrong: string[] = [];
  const once = async (round: number) => {
    const body = mutated();
    // One in ten promises more bytes than it sends and closes: the close is then the right response.
    const isCutOff = next() < 0.1;
    const head = [
      `POST ${pick(["/v2/customers/565039505/setImage", "/v2/customers/lookup/setImage"])} HTTP/1.1`,
      "Host: mock",
      "Connection: close",
      `Authorization: ${basic.Authorization}`,
      `Content-Type: ${next() < 0.9 ? formType["Content-Type"] : pick(["multipart/form-data", "multipart/form-data; boundary=", `multipart/form-data; boundary="${"b".repeat(80)}"`])}`,
      `Content-Length: ${body.length + (isCutOff ? 500 : 0)}`,
      "\r\n",
    ].join("\r\n");
    const text = await exchange(head, body, isCutOff);
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? "closed";
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const isWhole = Number(/content-length: (\d+)/i.exec(text)?.[1]) === bodyOf(text).length;
    const isFine = status === "closed" ? isCutOff : /^[24]/.test(status) && isWhole;
    if (!isFine) wrong.push(`round ${round}: ${status}\n${text.slice(0, 300)}`);
  };
  for (let round = 0; round < rounds; round += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, lane) => once(round + lane)));
  }

  expect(wrong).toEqual([]);
  expect(complaint).not.toHaveBeenCalled();
  // The mutations reach both sides of the rules.
  expect(statuses.get("200")).toBeGreaterThan(20);
  expect(statuses.get("400")).toBeGreaterThan(500);
  expect((await mock.send({ target: "/__mock/health" })).status).toBe(200);
});

function bodyOf(text: string): Buffer {
  return Buffer.from(text.slice(text.indexOf("\r\n\r\n") + 4));
}
