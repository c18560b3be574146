#!/usr/bin/env node
/** Serves the built site until it is told to stop. */
import { Command, InvalidArgumentError, Option } from "commander";
import { serveDocs } from "./serve.ts";

function portNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65535) {
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  }
  return number;
}

const options = new Command("docs")
  .description("Serves the documentation site.")
  .addOption(
    new Option("--port <number>", "the port to listen on, 0 for any")
      .env("DOCS_PORT")
      .default(4000)
      .argParser(portNumber),
  )
  .addOption(
    new Option("--mock-port <number>", "the port of the mock that the pages are to name")
      .env("MOCK_PORT")
      .argParser(portNumber),
  )
  .option("--host <address>", "the address to listen on", "127.0.0.1")
  .parse()
  .opts<{ port: number; mockPort?: number; host: string }>();

try {
  const { mockPort, ...rest } = options;
  const mock = mockPort === undefined ? {} : { mockUrl: `http://127.0.0.1:${mockPort}` };
  const docs = await serveDocs({ ...rest, ...mock });
  console.log(`Docs: ${docs.url}/`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void docs.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
