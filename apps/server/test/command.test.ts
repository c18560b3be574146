import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixture } from "@image-apis/spec";
import { expect, it } from "vitest";
import { useFolders } from "./support/folder.ts";
import { runCommand, useServerProcesses } from "./support/server-process.ts";

const newFolder = useFolders();
const start = useServerProcesses();

const curlLines = (lines: readonly string[]) =>
  lines.filter((line) => line.includes("curl ")).map((line) => line.trim());
const run = (line: string, cwd: string) => execFileSync("sh", ["-c", `${line} -sSf`], { cwd });

it("the two lines of a first start upload an image and read it back, also after a restart", async () => {
  const folder = newFolder();
  const data = join(folder, "data");
  const first = await start("--data", data);
  const [upload = "", read = ""] = curlLines(first.lines);
  const image = Buffer.from(fixture("front.png").bytes);

  expect(Number(run(upload, folder))).toBeGreaterThan(0);
  run(read, folder);
  expect(readFileSync(join(folder, "person.png")).equals(image)).toBe(true);

  expect(await first.end("SIGTERM")).toBe(0);
  const second = await start("--data", data);
  expect(second.lines).toEqual([`Server: ${second.url}`]);
  const again = read.replace(first.url, second.url).replace("person.png", "again.png");
  run(again, folder);
  expect(readFileSync(join(folder, "again.png")).equals(image)).toBe(true);
});

it("two servers do not share a folder, and the second one says so", async () => {
  const data = newFolder();
  await start("--data", data);
  await expect(start("--data", data)).rejects.toThrow(
    /is in use by another server or check\. Stop that one, or name another folder with --data\./,
  );
});

it("a port that is taken is said in a line, with the option that changes it", async () => {
  const { url } = await start("--data", newFolder());
  const { port } = new URL(url);
  await expect(start("--data", newFolder(), "--port", port)).rejects.toThrow(
    `Port ${port} is taken. Name a free one with --port.`,
  );
});

it("a folder that ended in the middle of everything opens again", async () => {
  const data = newFolder();
  const first = await start("--data", data);
  await first.end("SIGKILL");
  await start("--data", data);
});

it("what a command prints once is in no file of the data folder", async () => {
  const data = newFolder();
  const { lines } = await start("--data", data);
  const password = /password {2}(\S+)/.exec(lines.join("\n"))?.[1] ?? "";
  expect(password.length).toBeGreaterThan(20);
  const { status, stdout } = await runCommand(
    "token",
    "add",
    "admin",
    "--kind",
    "bearer",
    "--data",
    data,
  );
  const token = /token {2}(\S+)/.exec(stdout)?.[1] ?? "";
  expect({ status, length: token.length }).toEqual({ status: 0, length: 32 });
  for (const name of ["rows.sqlite", "rows.sqlite-wal"]) {
    const bytes = readFileSync(join(data, name));
    expect(bytes.includes(password)).toBe(false);
    expect(bytes.includes(token)).toBe(false);
  }
});

it.each([
  [["--port", "x"], "Give a whole number from 0 to 65535."],
  [["--cors-origin", "https://a.example/path"], "Give an origin such as"],
  [["--public-url", "ftp://a.example"], "Give an address such as"],
  [["user", "add", "a:b", "--data", "none"], '"a:b" is not the name of a user.'],
])("a wrong option is refused in words: %s", async (args, words) => {
  const folder = newFolder();
  const all = args.map((it) => (it === "none" ? folder : it));
  const { status, stderr } = await runCommand(...all);
  expect(status).toBe(1);
  expect(stderr).toContain(words);
});
