import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StartedServer, startedServer } from "../../scripts/started-server.ts";
import { cli } from "./cli.ts";

let server: StartedServer;
beforeAll(async () => {
  server = await startedServer();
});
afterAll(() => server.close());

/** Runs the command as it is installed, with credentials of the server in its environment. */
function conformance(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...server.variables };
    execFile(
      process.execPath,
      [cli, "--target", server.url, ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

it.each(["capillary", "superoffice"])("the server conforms to the document of %s", async (api) => {
  await server.reset();
  const { code, stdout } = await conformance("--api", api, "--allow-writes");
  expect(stdout).toMatch(/^\d+ conform, 0 differ, 0 not sent\.$/m);
  expect(code).toBe(0);
});
