import { apiNames } from "@image-apis/spec";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ConformanceOptions } from "./options.ts";
import { usableTarget } from "./target.ts";

/** What the command line says. */
export interface CommandOptions extends Omit<ConformanceOptions, "environment" | "signal"> {
  readOnly?: boolean;
  report?: "html" | "json" | "junit";
}

/** The command line of `image-apis-conformance`; `check` is called with its options. */
export function conformanceCommand(check: (options: CommandOptions) => Promise<void>): Command {
  return new Command("image-apis-conformance")
    .description("Checks over HTTP whether a server keeps the contract of a documented image API.")
    .addOption(
      new Option("--target <url>", "address of the server, before the documented paths")
        .argParser(usableTarget)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--api <name>", "the API it serves").choices(apiNames()).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        "--auth <schemes>",
        "sign in with these schemes, for example SOTicket+AppToken",
      ).argParser((text) => text.split("+")),
    )
    .option("--only <names...>", "operations, or exchanges as operation/name", commaSeparated)
    .option(
      "--replace <documented=own...>",
      "send your value in place of a documented one, for example 565039505=42",
      pairs,
    )
    .addOption(new Option("--read-only", "send only what changes no data").conflicts("allowWrites"))
    .option("--allow-writes", "send what changes data, too; the server's test data may be lost")
    .option(
      "--examples-only",
      "the server keeps nothing and responds with examples: judge no effect of a request",
    )
    .option(
      "--repair",
      "with --allow-writes: first bring the documented data about where documented operations can",
    )
    .option("--timeout <seconds>", "how long a whole answer may take; 30 when left out", secondsOf)
    .addOption(
      new Option(
        "--report <format>",
        "write the report to the standard output in this format",
      ).choices(["html", "json", "junit"]),
    )
    .addHelpText("after", help)
    .action(check);
}

const help = `
Credentials come from the environment: IMAGE_APIS_<API>_<SCHEME>, for example
IMAGE_APIS_CAPILLARY_BASIC=user:password. Without it they are made up.

Ends with 0 when the server conforms, 1 when it differs, 2 when the check could not run,
checked nothing, or not all of it without --allow-writes or --read-only. What a refused request
changed, and what is left behind although it should have been removed, are differences as well.

A report repeats no text of the server that the document does not contain.`;

function secondsOf(text: string): number {
  const seconds = Number(text);
  // No timer runs longer than 2^31 milliseconds.
  if (seconds > 0 && seconds < 2 ** 31 / 1000) return seconds;
  throw new InvalidArgumentError("It is a number of seconds above 0, for example 120.");
}

function commaSeparated(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(",").filter((name) => name !== "")];
}

function pairs(
  text: string,
  before: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const [, documented, own] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (documented === undefined || own === undefined) {
    throw new InvalidArgumentError("It is documented=own, for example 565039505=42.");
  }
  return new Map([...before, [documented, own]]);
}
