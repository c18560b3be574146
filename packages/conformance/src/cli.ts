#!/usr/bin/env node
/** Checks a server, prints the report, and ends with 0, 1 or 2. */
import { CommanderError } from "commander";
import { CannotRunError } from "./cannot-run-error.ts";
import { type CommandOptions, conformanceCommand } from "./command.ts";
import { loadContracts } from "./contract.ts";
import { withoutSecrets } from "./own-secrets.ts";
import { showProgress } from "./progress.ts";
import { type ConformanceReport, exitCodeOf } from "./report.ts";
import { conformanceHtml } from "./report-html.ts";
import { conformanceJunit } from "./report-junit.ts";
import { reportText } from "./report-text.ts";
import { checkConformance } from "./run.ts";

const { stdout, stderr } = process;

/** What is being checked. */
let underWay: string | undefined;

async function check(options: CommandOptions): Promise<void> {
  const contract = loadContracts().find(({ api }) => api === options.api);
  if (contract === undefined) throw new CannotRunError(`There is no API ${options.api}.`);
  const progress = showProgress(stderr);
  const signal = interruption(progress.stop);
  try {
    const settings = { ...options, environment: process.env, signal };
    const report = await checkConformance(contract, settings, (step) => {
      underWay = step.id;
      progress.tell(step);
    });
    progress.stop();
    stdout.write(`${written(report, options.report).trimEnd()}\n`);
    process.exitCode = exitCodeOf(report, options.readOnly ?? false);
  } finally {
    progress.stop();
  }
}

/** The first signal lets a check that changes data tidy up; the second ends it there. */
function interruption(clearLine: () => void): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  const interrupt = () => {
    if (signal.aborted) endAtOnce(clearLine);
    controller.abort();
    // Nobody needs to know of what takes no time.
    setTimeout(() => {
      clearLine();
      stderr.write("Cleaning up after the check under way. A second signal ends it at once.\n");
    }, 500).unref();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, interrupt);
  return signal;
}

function endAtOnce(clearLine: () => void): never {
  clearLine();
  if (underWay !== undefined) {
    stderr.write(`Ended at once: what ${underWay} created or changed may be left behind.\n`);
  }
  process.exit(2);
}

function written(report: ConformanceReport, format: CommandOptions["report"]): string {
  switch (format) {
    case "html":
      return conformanceHtml(report);
    case "json":
      return JSON.stringify(report, null, 2);
    case "junit":
      return conformanceJunit(report);
    default:
      return reportText(report, stdout.isTTY && stdout.hasColors());
  }
}

try {
  await conformanceCommand(check)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(withoutSecrets(text, process.env)) })
    .parseAsync();
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CannotRunError) {
    console.error(withoutSecrets(error.message, process.env));
  } else console.error(withoutMessage(error));
}

/** A fault of this program, whose message may repeat what the server sent: its kind and its place are enough. */
function withoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return "A fault of this program.";
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`A fault of this program: ${error.name}`, ...places].join("\n");
}
