import { sampleAddress } from "@image-apis/codegen";
import type { ExpectedResponse } from "@image-apis/conformance/judging";
import { describe, expect, it } from "vitest";
import { requestWith, withPrograms } from "./small-requests.ts";

const run = withPrograms();
const none: ExpectedResponse = { status: 204, mediaType: undefined, body: { kind: "none" } };

it.each(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"])(
  "a request with %s is sent with it",
  async (method) => {
    const sent = await run(requestWith({ method, success: { kind: "none" } }), none);
    expect(sent.map(({ request }) => request?.method)).toEqual(sent.map(() => method));
    expect(sent.map(({ run: { exitCode } }) => exitCode)).toEqual(sent.map(() => 0));
  },
);

describe("an address travels as it is written, with", () => {
  it.each([
    ["a list that is repeated", "?id=0&id=2"],
    ["a list with commas", "?id=0%2C2&size=3,4"],
    ["spaces and pipes", "?a=b%20c&d=e%7Cf"],
    ["brackets, which curl would fill in", "?filter%5Bname%5D=%7Ba%7D"],
    ["credentials", "?api_key=EXAMPLE"],
    ["what a shell would read", "?a=%24HOME&b='x'"],
    ["a per cent sign of its own", "?a=100%25"],
  ])("%s", async (_what, query) => {
    const url = `${sampleAddress}/pictures${query}`;
    for (const { language, request } of await run(requestWith({ method: "GET", url }))) {
      // A single quote may be escaped on the way: it means the same.
      expect(request?.target.replaceAll("%27", "'"), language).toBe(`/pictures${query}`);
    }
  });
});

describe("credentials travel", () => {
  it("as HTTP Basic", async () => {
    const basic = { username: "demo-user", password: 'it\'s: a "secret"' };
    const expected = `Basic ${Buffer.from('demo-user:it\'s: a "secret"').toString("base64")}`;
    for (const { language, request } of await run(requestWith({ basic }))) {
      expect(request?.headers.authorization, language).toBe(expected);
    }
  });

  it.each([
    ["a header", "X-Api-Key", "EXAMPLE"],
    ["a bearer token", "Authorization", "Bearer EXAMPLE"],
    ["a cookie", "Cookie", "session=EXAMPLE; other=1"],
  ])("as %s", async (_how, name, value) => {
    for (const { language, request } of await run(requestWith({ headers: [[name, value]] }))) {
      expect(request?.headers[name.toLowerCase()], language).toBe(value);
    }
  });

  it("several together", async () => {
    const headers = [
      ["Authorization", "Ticket EXAMPLE"],
      ["X-App", "EXAMPLE"],
    ] as const;
    for (const { request } of await run(requestWith({ headers }))) {
      expect(request?.headers).toMatchObject({
        authorization: "Ticket EXAMPLE",
        "x-app": "EXAMPLE",
      });
    }
  });
});

it("a header keeps its quotes, and an empty one is sent", async () => {
  const headers = [
    ["X-Note", `it's "quoted" $HOME \\`],
    ["X-Empty", ""],
  ] as const;
  for (const { language, request } of await run(requestWith({ headers }))) {
    expect(request?.headers["x-note"], language).toBe(`it's "quoted" $HOME \\`);
    expect(request?.headers["x-empty"], language).toBe("");
  }
});
