#!/usr/bin/env node
/** Serves the mock until it is told to stop. */
import { Command } from "commander";
import { faultOption, latencyOption, rateOption } from "./fault-options.ts";
import { portOption } from "./port-option.ts";
import { type MockOptions, startMock } from "./start-mock.ts";

const options = new Command("image-apis-mock")
  .description("Serves every documented image API from its examples, on 127.0.0.1.")
  .addOption(portOption())
  .option("--stateful", "remember uploads and deletes")
  .option("--seed <file>", "what a stateful mock starts with, as JSON")
  .addOption(latencyOption())
  .addOption(rateOption())
  .addOption(faultOption())
  .parse()
  .opts<MockOptions>();

try {
  const mock = await startMock(options);
  console.log(`Mock: ${mock.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void mock.close());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
