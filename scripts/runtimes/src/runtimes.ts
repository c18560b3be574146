/**
 * `npm run test:runtimes`: the built client uploads, refuses and reads responses on every runtime and in every tool that
 * its README names, against a server that looks at every byte.
 *
 * `npm run test:runtimes -- <part of a name>…` runs only those.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildForOutside, installOutside } from "../../src/outside-workspace.ts";
import { repositoryRoot } from "../../src/repository.ts";
import { captureServer, type Page } from "./capture-server.ts";
import type { Case } from "./cases/case.ts";
import { complaints } from "./complaints.ts";
import { installBuilt } from "./install-built.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const image = join(repositoryRoot, "spec/fixtures/front.png");

installOutside(folder);
buildForOutside("@image-apis/client");
installBuilt(join(repositoryRoot, "packages"), folder);

// What was just installed cannot be imported before.
const { cases } = await import("./cases/all.ts");
const wanted = process.argv.slice(2).map((it) => it.toLowerCase());
const chosen = cases(folder, image).filter(
  ({ name }) => wanted.length === 0 || wanted.some((it) => name.toLowerCase().includes(it)),
);

let failed = 0;
for (const it of chosen) {
  const wrong = await wrongIn(it);
  failed += wrong.length === 0 ? 0 : 1;
  process.stdout.write(`${wrong.length === 0 ? "ok    " : "FAILED"} ${it.name}\n`);
  for (const line of wrong) process.stdout.write(`       ${line}\n`);
}
process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;

async function wrongIn({ run, isChunked }: Case): Promise<string[]> {
  const picture: Page = { type: "image/png", content: readFileSync(image) };
  const pages = new Map([["/front.png", picture]]);
  const server = await captureServer(pages);
  try {
    return complaints(image, server.requests, await run({ url: server.url, pages }), isChunked);
  } catch (error) {
    return [String(error instanceof Error ? error.message : error)];
  } finally {
    await server.close();
  }
}
