import { expect, it } from "vitest";
import { useFolders } from "./support/folder.ts";
import { useServerProcesses } from "./support/server-process.ts";

const newFolder = useFolders();
const start = useServerProcesses();

it("a line of the log has the request, its id and who called, and no secret", async () => {
  const { url, lines, process: child, end } = await start("--data", newFolder(), "--log", "info");
  const password = /password {2}(\S+)/.exec(lines.join("\n"))?.[1] ?? "";
  const logged: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => logged.push(String(chunk)));
  const basic = Buffer.from(`admin:${password}`).toString("base64");
  const response = await fetch(`${url}/api/v1/Person/123/ImageInfo`, {
    headers: { Authorization: `Basic ${basic}` },
  });
  await response.arrayBuffer();
  await end("SIGTERM");

  const all = logged.join("");
  const [line = ""] = all.split("\n").filter((it) => it.includes("getPersonImageInfo"));
  expect(JSON.parse(line)).toMatchObject({
    requestId: response.headers.get("x-request-id"),
    method: "GET",
    operation: "getPersonImageInfo",
    account: "admin",
    status: 200,
  });
  expect(all).not.toContain(password);
  expect(all).not.toContain(basic);
});
