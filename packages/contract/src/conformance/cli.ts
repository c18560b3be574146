#!/usr/bin/env node
/** Checks a server, prints the report, and ends with 0, 1 or 2. */
import { CommanderError } from "commander";
import { loadContracts } from "../contract.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import { type CommandOptions, conformanceCommand } from "./command.ts";
import { showProgress } from "./progress.ts";
import { type ConformanceReport, exitCodeOf } from "./report.ts";
import { conformanceHtml } from "./report-html.ts";
import { conformanceJunit } from "./report-junit.ts";
import { reportText } from "./report-text.ts";
import { checkConformance } from "./run.ts";

const { stdout, stderr } = process;

async function check(options: CommandOptions): Promise<void> {
  const contract = loadContracts().find(({ api }) => api === options.api);
  if (contract === undefined) throw new CannotRunError(`There is no API ${options.api}.`);
  const progress = showProgress(stderr);
  const signal = interruption(progress.stop);
  try {
    const settings = { ...options, environment: process.env, signal };
    const report = await checkConformance(contract, settings, progress.tell);
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
    if (signal.aborted) process.exit(2);
    controller.abort();
    // Nobody needs to know of what takes no time.
    setTimeout(() => {
      clearLine();
      stderr.write("Tidying up after the check under way. A second signal ends it at once.\n");
    }, 500).unref();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, interrupt);
  return signal;
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
  await conformanceCommand(check).exitOverride().parseAsync();
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CannotRunError) console.error(error.message);
  else throw error;
}
