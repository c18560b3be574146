import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleAddress } from "@image-apis/codegen";
import { startMock } from "@image-apis/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Server } from "../src/faces/mock.ts";
import { run } from "../src/samples/run.ts";
import { guideBlocks } from "./guide-blocks.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const scripts = new Set(
  Object.keys(JSON.parse(readFileSync(join(repository, "package.json"), "utf8")).scripts),
);
/** The commands of another guide want a proxy, and have a test of their own. */
const blocks = guideBlocks().filter(
  ({ language, guide }) => language === "shell" && guide !== "proxies-and-certificates",
);
/** Where the guides suppose a server of the reader's own. */
const ownServer = "http://127.0.0.1:8080";
/** How every response begins that is the mock's own and stands in no document. */
const problem = '{"type":"about:blank"';
const isNpm = (line: string) => line.startsWith("npm run ");

it("the guides hold commands, and nothing that no test knows how to try", () => {
  const languages = new Set(guideBlocks().map(({ language }) => language));
  expect([...languages].sort()).toEqual(["json", "shell", "typescript"]);
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks.filter(({ text }) => isNpm(text)).length).toBeGreaterThan(1);
});

describe("a guide's command", () => {
  let mock: Server;
  let stateful: Server;
  let folder = "";
  beforeAll(async () => {
    [mock, stateful] = await Promise.all([
      startMock({ port: 0 }),
      startMock({ port: 0, stateful: true }),
    ]);
    folder = mkdtempSync(join(tmpdir(), "image-apis-guides-"));
  });
  afterAll(async () => {
    await Promise.all([mock.close(), stateful.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Where the blocks before this one on the page have led to. */
  const startOf = (name: string, guide: string) =>
    blocks
      .slice(
        0,
        blocks.findIndex((block) => block.name === name),
      )
      .filter((block) => block.guide === guide)
      .flatMap(({ text }) => text.split("\n").filter((line) => line.startsWith("cd ")));

  async function execute(name: string, guide: string, text: string) {
    const file = join(folder, "command.sh");
    const before = [
      `cd '${repository}'`,
      "export TILL_PASSWORD=password IMAGE_APIS_SUPEROFFICE_BASIC=user:password",
      ...startOf(name, guide),
    ];
    // Conformance also looks at what a request changed, which only a mock with a memory shows.
    const { url } = /\/__mock\/reset|--target/.test(text) ? stateful : mock;
    const command = text.replaceAll(ownServer, url);
    writeFileSync(file, [...before, command, ""].join("\n"));
    return run({ file, folder, asks: sampleAddress, answered: url });
  }

  it.each(blocks.filter(({ text }) => isNpm(text)))(
    "$name names scripts that are there",
    (block) => {
      for (const line of block.text.split("\n")) {
        const [, script = ""] = /^npm run (\S+)/.exec(line) ?? [];
        expect(scripts, line).toContain(script);
      }
    },
  );

  it.each(blocks.filter(({ text }) => !isNpm(text)))(
    "$name gets a documented response",
    async ({ name, guide, text }) => {
      const { exitCode, stdout, stderr } = await execute(name, guide, text);
      expect(stderr.replace(/^.*% Total[\s\S]*/m, "")).not.toContain("curl: (");
      expect(exitCode).toBe(0);
      expect(stdout).not.toBe("");
      expect(stdout).not.toContain(problem);
    },
  );

  it("that is wrong is found", async () => {
    const upload = blocks.find(({ text }) => text.includes("file=@"));
    const { name = "", guide = "", text = "" } = upload ?? {};
    const lost = await execute(name, guide, text.replace(/file=@[^;']+/, "file=@lost.png"));
    expect(lost.stderr).toContain("curl: (");
    const strayed = await execute(name, guide, text.replace("/setImage", "/sendImage"));
    expect(strayed.stdout).toContain(problem);
  });
});
