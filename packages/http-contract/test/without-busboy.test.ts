import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

/** Loads an entry of this package where busboy is not installed. */
function load(entry: string) {
  const url = new URL(`../src/${entry}.ts`, import.meta.url).href;
  const code = `
    import { registerHooks } from "node:module";
    registerHooks({
      resolve(specifier, context, next) {
        if (specifier === "busboy") throw new Error("busboy is not installed");
        return next(specifier, context);
      },
    });
    await import(${JSON.stringify(url)});
  `;
  return run(process.execPath, ["--input-type=module", "--eval", code]);
}

test("whoever only judges requests and responses need not install busboy", async () => {
  expect((await load("index")).stderr).toBe("");
});

test("whoever serves must", async () => {
  await expect(load("server")).rejects.toThrow("busboy is not installed");
});
