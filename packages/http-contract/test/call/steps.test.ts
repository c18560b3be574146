import { once } from "node:events";
import { connect } from "node:net";
import { filePart, form, formType } from "@image-apis/testing/forms";
import type { Sent } from "@image-apis/testing/send";
import { describe, expect, test, vi } from "vitest";
import { type CallHead, type HandledRequest, Problem } from "../../src/index.ts";
import { basic, ok, serve } from "../support/server.ts";

/*
 * The order in which a request is checked: each of these calls breaks the rule of its row and those of all rows below
 * it. The response is that of its own row.
 */

const unreadable = "no form at all";
const tooFew = form([filePart("x")]);
const plain = { "Content-Type": "text/plain" };
const steps: [rule: string, sent: Sent, status: number, says: RegExp][] = [
  ["the path", call("/nowhere/0", {}, unreadable), 404, /No document describes/],
  ["the method", { ...call("/forms/0", {}, unreadable), method: "DELETE" }, 405, /does not take/],
  ["what the answerer intercepts", call("/forms/999", {}, unreadable), 503, /Not today/],
  ["the credentials", call("/forms/0", plain, unreadable), 401, /No credentials/],
  ["the media type", call("/forms/0", { ...basic, ...plain }, unreadable), 415, /text.plain/],
  ["the parameters", call("/forms/0", { ...basic, ...formType }, unreadable), 400, /invalid-id/],
  [
    "what the answerer knows before",
    call("/forms/404", { ...basic, ...formType }, unreadable),
    404,
    /nobody/,
  ],
  [
    "the form of the body",
    call("/forms/1", { ...basic, ...formType }, unreadable),
    400,
    /boundary/,
  ],
  [
    "the limits of its files",
    call("/forms/1", { ...basic, ...formType }, tooFew),
    400,
    /image-too-small/,
  ],
];

function call(target: string, headers: object, body: string | Buffer): Sent {
  return { method: "POST", target, headers: { ...headers }, body };
}

const answerer = {
  intercept: ({ path }: { path: Record<string, string> }) =>
    path.id === "999" ? new Problem(503, "Not today.").answer() : undefined,
  before: ({ values }: CallHead) =>
    values.path.id === "404" ? new Problem(404, "There is nobody.").answer() : undefined,
};

test.each(steps)("a request is checked in this order: %s", async (_, sent, status, says) => {
  const server = await serve(answerer);

  const received = await server.send(sent);

  expect(received.body.toString()).toMatch(says);
  expect(received.status).toBe(status);
});

test("a call that breaks no rule gets the response of the answerer", async () => {
  const server = await serve(answerer);

  const sent = call("/forms/1", { ...basic, ...formType }, form([filePart("x".repeat(10))]));
  expect((await server.send(sent)).body.toString()).toBe("stored");
});

test("JSON is held against its schema, behind the parameters", async () => {
  const server = await serve(answerer);
  const json = { ...basic, "Content-Type": "application/json" };

  const both = await server.send(call("/texts/0", json, "{}"));
  expect(both.json()).toEqual({ error: "invalid-id" });
  const refused = (await server.send(call("/texts/1", json, "{}"))).json();
  expect(refused.violations).toMatchObject([{ in: "body", name: "" }]);
  expect((await server.send(call("/texts/1", json, "{}"))).status).toBe(400);
  expect((await server.send(call("/texts/1", json, "{"))).json().detail).toMatch(/not JSON/);
  expect((await server.send(call("/texts/1", json, '{"text":"a"}'))).status).toBe(200);
});

test("everything that is wrong is observed, though one rule decides", async () => {
  const observed: HandledRequest[] = [];
  const server = await serve(answerer, { observe: (it) => observed.push(it) });

  await server.send(call("/forms/0", { ...basic, ...formType }, tooFew));

  expect(observed[0]?.trace.violations).toEqual([
    'The path parameter "id" must be >= 1.',
    expect.stringContaining("has 1 bytes; at least 10 are needed"),
  ]);
});

test("an observer that fails costs one response, not the server", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
  let calls = 0;
  const observe = () => {
    calls += 1;
    if (calls === 1) throw new Error("The log is full.");
  };
  const server = await serve(answerer, { observe });

  await expect(server.send({ target: "/nowhere" })).rejects.toThrow();
  expect((await server.send({ target: "/nowhere" })).status).toBe(404);
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
});

describe("a client that expects 100-continue", () => {
  const head = (target: string, headers: object, length: number) => {
    const all = { Host: "probe", Expect: "100-continue", "Content-Length": length, ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `PUT ${target} HTTP/1.1\r\n${lines.join("")}\r\n`;
  };
  const png = { ...basic, "Content-Type": "image/png" };

  test.each([
    ["without credentials", head("/files/1", { "Content-Type": "image/png" }, 20), 401],
    ["with a wrong parameter", head("/files/0", png, 20), 400],
    ["with a file that is too large", head("/files/1", png, 2000), 400],
    ["with an undocumented type", head("/files/1", basic, 20), 415],
    ["for what does not exist", head("/files/404", png, 20), 404],
  ])("is refused before it sends its body: %s", async (_, lines, status) => {
    const server = await serve(answerer);
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.write(lines);
    await once(socket, "end");
    socket.destroy();

    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`]);
    expect(text).toMatch(/^Connection: close\r$/m);
  });

  test("is told to go on where nothing is wrong", async () => {
    const server = await serve({ answer: async () => ok });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.on("data", (chunk) => {
      if (text === "") socket.write("x".repeat(20));
      text += chunk;
    });
    socket.write(head("/files/1", { ...png, Connection: "close" }, 20));
    await once(socket, "end");
    socket.destroy();

    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 100", "HTTP/1.1 200"]);
  });
});
