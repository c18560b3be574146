import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test.each([
  ["@image-apis/client", ["createCapillaryClient", "createSuperOfficeClient", "basicAuth"]],
  ["@image-apis/client/capillary", ["createCapillaryClient", "oauthToken", "LimitError"]],
  ["@image-apis/client/superoffice", ["createSuperOfficeClient", "soTicket", "ApiError"]],
  ["@image-apis/client/node", ["fileFromPath", "md5Hex"]],
])("plain Node imports %s as it is built", async (entry, names) => {
  const script = `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(entry)}))))`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: root },
  );
  expect(JSON.parse(stdout)).toEqual(expect.arrayContaining(names));
});

test("only the entry for Node imports from Node", async () => {
  const dist = join(root, "dist");
  const files = (await readdir(dist, { recursive: true })).filter((it) => it.endsWith(".js"));
  const importing = files.filter((it) => readFileSync(join(dist, it), "utf8").match(/["'`]node:/));
  const entries = importing.map((it) => it.split(sep).filter((part) => part !== "cjs")[0]);
  expect(entries).toEqual(importing.map(() => "node"));
  expect(importing).not.toEqual([]);
});
