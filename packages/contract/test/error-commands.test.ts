import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleAddress } from "@image-apis/codegen";
import { loadContracts } from "@image-apis/conformance";
import { expectedResponse } from "@image-apis/conformance/judging";
import { siteFolder } from "@image-apis/docs";
import { startMock } from "@image-apis/mock";
import { operations } from "@image-apis/spec";
import { parse } from "node-html-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Server } from "../src/faces/mock.ts";
import { run } from "../src/samples/run.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const errors = join(siteFolder(), "errors");
const contracts = loadContracts();

/** The commands of every error page that show the error on the mock. */
const commands = readdirSync(errors, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const page = parse(readFileSync(join(errors, name, "index.html"), "utf8"), {
      blockTextElements: {},
    });
    return page.querySelectorAll("pre[data-reproduces]").map((block) => ({
      name,
      exchange: block.getAttribute("data-reproduces") ?? "",
      command: block.textContent,
    }));
  });

function answerOf(id: string) {
  for (const { document, exchanges } of contracts) {
    const exchange = exchanges.find((it) => it.id === id);
    const operation = operations(document).find((it) => it.operationId === exchange?.operationId);
    if (exchange && operation) return expectedResponse(document, operation, exchange);
  }
  throw new Error(`There is no exchange ${id}.`);
}

describe("the command of an error page brings about the documented response", () => {
  let mock: Server;
  let folder = "";
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
    folder = mkdtempSync(join(tmpdir(), "image-apis-errors-"));
    // A clone as far as the commands are concerned, in which what they write does no harm.
    symlinkSync(join(repository, "spec"), join(folder, "spec"), "junction");
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("for every error there is", () => {
    expect(commands.length).toBeGreaterThan(readdirSync(errors).length - 2);
  });

  it.each(commands)("$name by $exchange", async ({ exchange, command }) => {
    const file = join(folder, "command.sh");
    writeFileSync(file, command);
    const { stdout, stderr } = await run({ file, folder, asks: sampleAddress, answered: mock.url });
    const { status, body } = answerOf(exchange);
    expect(stderr).toContain(`The requested URL returned error: ${status}`);
    expect(JSON.parse(stdout)).toEqual(body.kind === "json" ? body.value : undefined);
  });
});
