/** What requests cost that are made to cost much: one thing over and over, in every place that is read. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { median } from "../median.ts";

/** As many bytes as the headers of a request leave room for. */
const bytes = 15 * 1024;

/** Characters that something splits at, skips, decodes or counts; pairs of them, and what looks like numbers. */
const fillings = [
  ...`?%/,; "=&'\\+-.*:<([{|~\t09a\u00a0\u00e9`,
  ...["%41", "%e2%82%ac", "; q=", "*/*,", "a=b;", "a=b,", ', a="', "../", "./"],
  ...["a/", ",a", ";a", "a=", "; ", ", ", '="'],
];
const tails = ["", "!", "x"];

/** By header, what stands before the filling, so that it is read as far as it goes. */
const headers: Record<string, string[]> = {
  Accept: ["", "application/json", "image/png;"],
  Authorization: ["", "Basic ", "Bearer a"],
  "Content-Type": [
    ...["", "multipart/form-data; boundary=a", "image/png", "image/", "application/json;"],
  ],
  Cookie: ["", "a="],
  Prefer: ["", "code=", "example=", 'a="', "delay="],
  Referer: ["", "http://a.example/?"],
};
for (const name of [
  ...["Accept-Language", "Access-Control-Request-Headers", "Content-Encoding", "Expect", "Host"],
  ...["Origin", "User-Agent", "X-Anything", "X-Forwarded-For", "X-CAP-API-OAUTH-TOKEN"],
  "SO-AppToken",
]) {
  headers[name] = [""];
}

/** Request lines for a header with a filling. */
const ordinary = "GET /api/v1/Person/123/ImageInfo";
const calls = [
  ...[ordinary, "DELETE /v2/customers/564703420/deleteImage?image_ids=0"],
  ...["PUT /api/v1/Person/123/Image", "GET /__mock/health"],
];

/** Request lines with a filling, `%s` where it stands. */
const targets = [
  ...["GET /%s", "GET /x?%s", "GET http://a%s", "GET /__mock/health?%s", "OPTIONS /%s"],
  ...["GET /api/v1/Person/%s/ImageInfo", "GET /api/v1/Person/123/ImageInfo?%s"],
  ...[
    "GET /api/v1/Person/123/Image?w=%s",
    "DELETE /v2/customers/564703420/deleteImage?image_ids=%s",
  ],
  "GET /v2/customers/565039505?source=INSTORE&embed=%s",
  "POST /v2/customers/lookup/setImage?source=INSTORE&identifierName=email&identifierValue=%s",
  "POST /api_gateway/file-service/rewards/%s",
];

const usual = { Host: "localhost", Authorization: "Basic dXNlcjpwYXNzd29yZA==" };

/** Below this, in milliseconds, a request is not looked at twice. */
const noticeable = 2;

/** Measured so often before it counts: other work of the process, such as clearing away, happens by chance. */
const repetitions = 9;

/** Finds the hostile request that takes the most processor time above an ordinary one with as many bytes. */
export async function costliest(): Promise<{ count: number; name: string; milliseconds: number }> {
  const child = fork(fileURLToPath(new URL("hostile-server.ts", import.meta.url)));
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  const used = async () => {
    child.send("used");
    const [{ user, system }] = (await once(child, "message")) as [NodeJS.CpuUsage];
    return (user + system) / 1000;
  };
  const cost = async (request: string) => {
    const before = await used();
    await responded(url, request);
    return (await used()) - before;
  };
  const typical = async (request: string) => {
    const costs: number[] = [];
    while (costs.length < repetitions) costs.push(await cost(request));
    return median(costs);
  };
  const plain = text(ordinary, { ...usual, "X-Long": "a".repeat(bytes) });
  for (let count = 0; count < 500; count++) await responded(url, plain);
  const base = await typical(plain);
  let worst = { name: "", milliseconds: 0 };
  let count = 0;
  for (const [name, request] of hostileRequests()) {
    count += 1;
    if ((await cost(request)) - base < noticeable) continue;
    const milliseconds = (await typical(request)) - base;
    if (milliseconds > worst.milliseconds) worst = { name, milliseconds };
  }
  child.disconnect();
  return { count, ...worst };
}

function* hostileRequests(): Generator<[name: string, request: string]> {
  for (const [piece, tail] of fillings.flatMap((it) => tails.map((tail) => [it, tail] as const))) {
    const filling = piece.repeat(bytes / piece.length) + tail;
    const shown = JSON.stringify(piece + tail);
    for (const [header, starts] of Object.entries(headers)) {
      for (const [call, start] of calls.flatMap((it) => starts.map((at) => [it, at] as const))) {
        const value = (start + filling).slice(0, bytes);
        const all = { ...usual, "Content-Type": "image/png", [header]: value };
        yield [`${call} ${header}: ${start}${shown}`, text(call, all)];
      }
    }
    const inTarget = encodeURI(filling).replaceAll("%25", "%").slice(0, bytes);
    for (const target of targets) {
      yield [
        target.replace("%s", () => shown),
        text(
          target.replace("%s", () => inTarget),
          usual,
        ),
      ];
    }
  }
}

function text(requestLine: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${requestLine} HTTP/1.1\r\n${lines.join("")}Connection: close\r\n\r\n`;
}

/** Sends a request byte for byte, and waits for the end of its connection. */
function responded(url: string, request: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined).on("close", () => resolve());
    socket.resume();
    socket.write(request, "latin1");
  });
}
