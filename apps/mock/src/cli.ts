#!/usr/bin/env node
/** Serves the mock until it is told to stop. */
import { Command } from "commander";
import { portOption } from "./port-option.ts";
import { startMock } from "./start-mock.ts";

const { port } = new Command("image-apis-mock")
  .description("Serves every documented image API from its examples, on 127.0.0.1.")
  .addOption(portOption())
  .parse()
  .opts<{ port: number }>();

try {
  const mock = await startMock({ port });
  console.log(`Mock: ${mock.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void mock.close());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
