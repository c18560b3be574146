import { createHash } from "node:crypto";
import { connect } from "node:net";
import {
  encodeRequest,
  loadDocument,
  loadExchanges,
  operations,
  wireRequest,
} from "@image-apis/spec";
import { eventually } from "@image-apis/testing/eventually";
import { beforeEach, expect, test } from "vitest";
import type { CoverageReport } from "../src/journal/coverage.ts";
import type { JournalEntry } from "../src/journal/entry.ts";
import { useMock } from "./support/mock.ts";
import { openRaw } from "./support/raw-connection.ts";
import { addImages, basic, filePart, form, formType, png, saveImage } from "./support/requests.ts";
import type { Sent } from "./support/send.ts";
import { control } from "./support/send.ts";

const mock = useMock();
const requests = "/__mock/requests";
const coverage = "/__mock/coverage";

beforeEach(async () => {
  await mock.send({ method: "DELETE", target: requests, headers: control });
  await mock.send({ method: "DELETE", target: coverage, headers: control });
});

test("an answered upload: operation, parts with size and hash, the response and why", async () => {
  await mock.send(addImages(form([filePart(png, "a;b.png"), filePart(png)])));

  const [entry] = await journal();
  const sha256 = createHash("sha256").update(png).digest("hex");
  expect(entry).toMatchObject({
    method: "POST",
    target: "/v2/customers/565039505/setImage",
    api: "capillary",
    operationId: "addCustomerImage",
    verdict: "valid",
    violations: [],
    parts: [
      { name: "file", filename: "a;b.png", mediaType: "image/png", bytes: png.length, sha256 },
      { name: "file", filename: "front.png" },
    ],
    answer: { status: 200, mediaType: "application/json", example: "200-uploaded" },
    why: "The request breaks no rule: the usual response.",
  });
  expect(entry?.answer?.bytes).toBeGreaterThan(100);
  expect(Math.abs(Date.now() - Date.parse(entry?.at ?? ""))).toBeLessThan(10_000);
});

test("a broken rule in words, and the name that its example has for it", async () => {
  await mock.send(addImages(form([filePart(png.subarray(0, 5000))])));

  expect((await journal())[0]).toMatchObject({
    verdict: "invalid",
    violations: ['"file" in the body ("front.png") has 5000 bytes; at least 10240 are needed.'],
    answer: { status: 400, example: "400-image-too-small" },
    why: 'The example of this response has "x-when: image-too-small".',
  });
});

test("a part called FILE counts as file, and the journal says so", async () => {
  const received = await mock.send(addImages(form([filePart(png, "front.png", "FILE")])));

  expect(received.status).toBe(200);
  expect((await journal())[0]?.notes).toEqual([
    'The part "FILE" counts as "file", as the document spells it.',
  ]);
});

test("a response that a value of the exchanges selects, and one that Prefer asks for", async () => {
  await mock.send({ ...addImages(form([filePart(png)])), target: "/v2/customers/1/setImage" });
  await mock.send(saveImage(png, { Prefer: "code=400" }));

  expect((await journal()).map(({ verdict, why }) => [verdict, why])).toEqual([
    ["valid", "In the exchanges, path customerId 1 has this response."],
    ["valid", "The Prefer header asks for it."],
  ]);
});

test("refusals that no document names", async () => {
  await mock.send({ target: "/nowhere" });
  await mock.send({ ...saveImage(png), headers: {} });
  await mock.send(saveImage(png, { "Content-Type": "text/plain" }));

  expect((await journal()).map((it) => [it.verdict, it.answer?.status, it.why])).toEqual([
    ["unknown", 404, "No document describes the path /nowhere."],
    ["invalid", 401, expect.stringMatching(/^No credentials/)],
    ["invalid", 415, expect.stringMatching(/^The body is "text\/plain"/)],
  ]);
});

test.each(["", "bytes"])("a client that goes away after the bytes %j", async (sent) => {
  const { hostname, port } = new URL(mock.url());
  const socket = connect(Number(port), hostname, () => {
    socket.write(
      `POST /v2/customers/5/setImage HTTP/1.1\r\nHost: mock\r\nAuthorization: ${basic.Authorization}\r\nContent-Type: ${formType["Content-Type"]}\r\nContent-Length: 999\r\n\r\n${sent}`,
      () => socket.destroy(),
    );
  });

  const [entry] = await eventually(async () => {
    const entries = await journal();
    expect(entries).toHaveLength(1);
    return entries;
  });
  expect(entry).toMatchObject({
    verdict: "aborted",
    operationId: "addCustomerImage",
    violations: [],
  });
  expect(entry?.answer).toBeUndefined();
});

test("holds no credentials", async () => {
  const secret = "S3CRET";
  await mock.send(saveImage(png, { Authorization: `SOTicket ${secret}`, "SO-AppToken": secret }));
  await mock.send({
    target: `/v2/customers/1?source=INSTORE&access_token=${secret}`,
    headers: { "X-CAP-API-OAUTH-TOKEN": secret, Cookie: `a=${secret}`, "X-Auth": secret },
  });
  const Referer = `http://a.example/?token=${secret}`;
  await mock.send({ target: "/nowhere", headers: { Referer, Authorization: `${secret} x` } });
  await mock.send(saveImage(png, { Authorization: secret }));
  const body = JSON.stringify({ key: secret, secret });
  const headers = { "Content-Type": "application/json" };
  await mock.send({ method: "POST", target: "/v3/oauth/token/generate", headers, body });

  // The messages of JavaScript quote the text around an error.
  const malformed = `{"key": "a", "secret": ${secret}}`;
  await mock.send({ method: "POST", target: "/v3/oauth/token/generate", headers, body: malformed });

  const { body: text } = await mock.send({ target: requests });
  expect(text.toString()).not.toContain(secret);
  expect(JSON.parse(text.toString())[0].headers.authorization).toBe("SOTicket ***");
});

const lookup = "/v2/customers/lookup/setImage";
const shown: [what: string, call: Sent, target: string, headers: Record<string, string>][] = [
  [
    "documented values and standard headers",
    {
      target: "/v2/customers/565039505?source=INSTORE&accountId=demo-account&embed=CUSTOMERIMAGE",
      headers: { Accept: "application/json, image/*;q=0.5", "User-Agent": "curl/8.5.0 (x86_64)" },
    },
    "/v2/customers/565039505?source=INSTORE&accountId=demo-account&embed=CUSTOMERIMAGE",
    { accept: "application/json, image/*;q=0.5", "user-agent": "curl/8.5.0 (x86_64)" },
  ],
  ["a misspelt path", { target: "/v2/customer/setImages/7" }, "/v2/customer/setImages/7", {}],
  [
    "names alone of what is not documented, however they are written",
    {
      target:
        "/v2/customers/5?source=INSTORE&%74oken=a&X-Amz-Credential=b&sig=c&pwd&dXNlcjpwYXNz==",
      headers: { "X-Access-Key": "d", "X-Bearer": "e", Cookie: "f=g" },
    },
    "/v2/customers/5?source=INSTORE&%74oken=***&X-Amz-Credential=***&sig=***&***&***",
    { "x-access-key": "***", "x-bearer": "***", cookie: "***" },
  ],
  [
    "no personal value, though an exchange has it",
    {
      method: "POST",
      target: `${lookup}?source=INSTORE&identifierName=mobile&identifierValue=910000000001`,
    },
    `${lookup}?source=INSTORE&identifierName=mobile&identifierValue=***`,
    {},
  ],
  [
    "an address within a value as an address",
    {
      target: `/v2/customers/5?source=INSTORE&accountId=${encodeURIComponent("https://u:p@a.example/x?y=z#f")}`,
      headers: { Referer: "https://u:p@a.example/login?next=secret" },
    },
    "/v2/customers/5?source=INSTORE&accountId=https://***@a.example/x?y=***#***",
    { referer: "https://***@a.example/login?next=***" },
  ],
  [
    "no value that is not what the document describes",
    { target: "/v2/customers/ada%40mail.example?source=4915112345678" },
    "/v2/customers/***?source=***",
    {},
  ],
];

test.each(shown)("shows %s", async (_, call, target, headers) => {
  await mock.send({ ...call, headers: { ...basic, ...formType, ...call.headers } });

  const [entry] = await journal();
  expect(entry?.target).toBe(target);
  expect(entry?.headers).toMatchObject({ ...headers, authorization: "Basic ***" });
  expect(JSON.stringify(entry)).not.toMatch(/910000000001|4915112345678|ada|u:p|secret/);
});

test("remembers the last 500 requests, of a form the first 50 parts, and long texts in part", async () => {
  const field = { headers: ['Content-Disposition: form-data; name="note"'], body: "x" };
  await mock.send(addImages(form([...Array(60).fill(field), filePart(png, "n".repeat(4000))])));
  const [entry] = await journal();
  expect([entry?.parts.length, entry?.partsLeftOut]).toEqual([50, 11]);

  for (let count = 0; count < 505; count++) await mock.send({ target: `/${"x".repeat(1000)}` });
  const entries = await journal();
  expect(entries).toHaveLength(500);
  expect(entries.at(-1)?.id).toBe((entries[0]?.id ?? 0) + 499);
  expect(entries[0]?.target.length).toBeLessThan(400);
});

test("stays small, whatever the names of parts and files", async () => {
  const fields = Array.from({ length: 2000 }, (_, at) => ({
    headers: [`Content-Disposition: form-data; name="${at}${"n".repeat(3000)}"`],
    body: "x",
  }));
  const files = Array.from({ length: 100 }, (_, at) => filePart("x", `${at}${"f".repeat(9000)}`));
  await mock.send(addImages(form(fields)));
  await mock.send(addImages(form(files)));

  const [named, filed] = await journal();
  expect(JSON.stringify(named).length).toBeLessThan(30_000);
  expect(named?.violations[0]).toMatch(/^"file" in the body is missing; the form has "0nnn/);
  expect(JSON.stringify(filed).length).toBeLessThan(150_000);
});

test("can be cleared, and does not write down questions to the mock itself", async () => {
  await mock.send({ target: "/nowhere" });
  await mock.send({ target: "/__mock/health" });
  expect(await journal()).toHaveLength(1);

  expect((await mock.send({ method: "DELETE", target: requests, headers: control })).status).toBe(
    204,
  );

  expect(await journal()).toEqual([]);
});

test("coverage counts the exchanges that were sent as documented and nothing else", async () => {
  const target = "/v2/customers/77/setImage";
  await mock.send({ ...addImages(form([filePart(png)])), target });
  expect((await report()).exchanges.exercised).toBe(0);

  await mock.send(addImages(form([filePart(png)])));

  const { operations: covered } = await report();
  const own = covered.find(({ operationId }) => operationId === "addCustomerImage");
  expect(own?.calls).toBe(2);
  expect(own?.responses).toContainEqual({ status: 200, example: "200-uploaded", given: 2 });
  expect(own?.responses).toContainEqual({ status: 400, example: "400-image-too-small", given: 0 });
  const exercised = covered.flatMap((it) => it.exchanges.filter((one) => one.exercised));
  expect(exercised.map(({ id }) => id)).toEqual(["capillary/addCustomerImage/one-file"]);
});

test("coverage is complete once every exchange was sent", async () => {
  for (const api of ["capillary", "superoffice"]) {
    const document = loadDocument(api);
    for (const exchange of loadExchanges(api)) {
      const operation = operations(document).find((it) => it.operationId === exchange.operationId);
      if (operation === undefined) throw new Error(exchange.id);
      await mock.send(await encodeRequest(wireRequest(document, operation, exchange)));
    }
  }

  const { operations: covered, exchanges } = await report();
  const missed = covered.flatMap((it) => it.exchanges.filter(({ exercised }) => !exercised));
  expect(missed).toEqual([]);
  expect(exchanges.exercised).toBe(exchanges.documented);
});

test("forms of the same number of other files are another exchange", async () => {
  const changed = Buffer.from(png);
  changed[changed.length - 1] = 0;
  await mock.send({ ...addImages(form([filePart(changed)])), headers: { ...basic, ...formType } });

  expect((await report()).exchanges.exercised).toBe(0);
});

async function journal(): Promise<JournalEntry[]> {
  return (await mock.send({ target: requests })).json();
}

async function report(): Promise<CoverageReport> {
  return (await mock.send({ target: coverage })).json();
}

test("the media type of a part and the scheme of a target are shown where they are words", async () => {
  const odd = "Hunter2sEcr3tX9q";
  const part = (mediaType: string) => ({
    headers: [
      'Content-Disposition: form-data; name="file"; filename="a.png"',
      `Content-Type: ${mediaType}`,
    ],
    body: png,
  });
  const types = [`${odd}/png`, "image/svg+xml", "application/vnd.ms-excel"];
  await mock.send(addImages(form(types.map(part))));
  const raw = await openRaw(mock.url());
  raw.socket.write(`GET ${odd}://a.example/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  await raw.ended;
  raw.socket.destroy();

  const [upload, other] = await journal();
  expect(upload?.parts.map(({ mediaType }) => mediaType)).toEqual(["***", ...types.slice(1)]);
  expect(other?.target).toMatch(/^\*\*\*:\/\//);
  expect(JSON.stringify([upload, other]).toLowerCase()).not.toContain(odd.toLowerCase());
});
