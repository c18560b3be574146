import { PortTakenError } from "@image-apis/http-contract/server";
import { Command } from "commander";
import { checkCommand } from "./check.ts";
import { importCommand } from "./import.ts";
import { dataOption, serverOptions } from "./options.ts";
import { type ServeOptions, serve } from "./serve.ts";
import { keyCommand, tokenCommand, userCommand } from "./users.ts";

/** Runs the command line of the server; an error is one line on the terminal. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const command = new Command("image-apis-server")
    .description("Serves the documented image APIs: images on local disk, rows in SQLite.")
    .addOption(dataOption())
    // What stands after a command is the command's, though the server has options of the same names.
    .enablePositionalOptions()
    .action((options: ServeOptions) => serve(options));
  for (const option of serverOptions()) command.addOption(option);
  for (const it of [checkCommand(), importCommand(), userCommand(), tokenCommand(), keyCommand()]) {
    command.addCommand(it);
  }
  try {
    await command.parseAsync(args);
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof PortTakenError) {
    return `Port ${error.port} is taken. Name a free one with --port.`;
  }
  return error instanceof Error ? error.message : String(error);
}
