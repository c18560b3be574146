#!/usr/bin/env node
/** Serves the mock until it is told to stop. */
import { mockCommand, runCommand, serveUntilStopped } from "./command.ts";
import { startMock } from "./start-mock.ts";

await runCommand(
  mockCommand(async (options) => serveUntilStopped("Mock", await startMock(options))),
);
