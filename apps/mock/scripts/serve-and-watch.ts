/** Serves the mock and watches spec/. The command is typed in the root of the repository, where a seed lies. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { mockCommand, runCommand, serveUntilStopped } from "../src/command/command.ts";
import { startMock } from "../src/start-mock.ts";
import { watchDocuments } from "./watch-documents.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

await runCommand(
  mockCommand(async ({ seed, ...options }) => {
    const mock = await startMock(
      typeof seed === "string" ? { ...options, seed: resolve(repository, seed) } : options,
    );
    const stopWatching = await watchDocuments(repository, mock, console);
    const close = async () => {
      await stopWatching();
      await mock.close();
    };
    serveUntilStopped("Mock", { url: mock.url, close });
  }),
);
