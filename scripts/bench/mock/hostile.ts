import { fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type HostileRequest, hostileRequests } from "./hostile-requests.ts";

/** What a request is compared with: the same number of bytes, and nothing in them. */
const ordinary: HostileRequest = {
  name: "ordinary",
  method: "GET",
  target: "/api/v1/Person/123/ImageInfo",
  headers: {
    Host: "localhost",
    Authorization: "Basic dXNlcjpwYXNzd29yZA==",
    "X-Long": "a".repeat(15 * 1024),
  },
};

/** Below this, in milliseconds, a request is not looked at twice. */
const noticeable = 2;

/** Measured so often before it counts: other work of the process, such as clearing away, happens by chance. */
const repetitions = 9;

/** Finds the hostile request that takes the most processor time above an ordinary one. */
export async function costliest(): Promise<{ count: number; name: string; milliseconds: number }> {
  const file = join(fileURLToPath(new URL(".", import.meta.url)), "hostile-server.ts");
  const child = fork(file);
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  const used = async () => {
    child.send("used");
    const [{ user, system }] = (await once(child, "message")) as [NodeJS.CpuUsage];
    return (user + system) / 1000;
  };
  const cost = async (request: HostileRequest) => {
    const before = await used();
    await answered(url, request);
    return (await used()) - before;
  };
  const usual = async (request: HostileRequest) => {
    const costs: number[] = [];
    for (let count = 0; count < repetitions; count++) costs.push(await cost(request));
    return costs.sort((a, b) => a - b)[Math.floor(repetitions / 2)] ?? 0;
  };
  for (let count = 0; count < 500; count++) await answered(url, ordinary);
  const base = await usual(ordinary);
  let worst = { name: "", milliseconds: 0 };
  let count = 0;
  for (const request of hostileRequests()) {
    count += 1;
    if ((await cost(request)) - base < noticeable) continue;
    const milliseconds = (await usual(request)) - base;
    if (milliseconds > worst.milliseconds) worst = { name: request.name, milliseconds };
  }
  child.disconnect();
  return { count, ...worst };
}

/** Sends a request byte for byte, and waits for the end of its connection. */
function answered(url: string, { method, target, headers }: HostileRequest): Promise<void> {
  const { hostname, port } = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined).on("close", () => resolve());
    socket.resume();
    const head = `${method} ${target} HTTP/1.1\r\n${lines.join("")}Connection: close\r\n\r\n`;
    socket.write(head, "latin1");
  });
}
