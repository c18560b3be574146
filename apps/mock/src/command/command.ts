import { readFileSync } from "node:fs";
import { PortTakenError } from "@image-apis/http-contract/server";
import { Command } from "commander";
import type { ProxyOptions } from "../proxy/start-proxy.ts";
import type { MockOptions } from "../start-mock.ts";
import { allowHostOption, corsOriginOption } from "./access-options.ts";
import { faultOption, latencyOption, rateOption } from "./fault-options.ts";
import { withServerOptions } from "./server-options.ts";

/** As the package has it. */
const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** The command line of the mock; `serve` is called with its options. */
export function mockCommand(serve: (options: MockOptions) => Promise<void>): Command {
  return (
    withServerOptions(new Command("image-apis-mock"))
      .description("Serves every documented image API from its examples.")
      .version(version, "--version", "print the version")
      .option(
        "--document <file>",
        "serve this OpenAPI 3.0 or 3.1 document in place of the image APIs",
      )
      .option("--exchanges <folder>", "exchanges of the document, as <operationId>/<name>.yaml")
      .option("--base-path <path>", "what stands before every path of the API, such as /api/mock")
      .addOption(allowHostOption())
      .addOption(corsOriginOption())
      .option("--stateful", "remember uploads and deletes")
      .option("--seed <file>", "what a stateful mock starts with, as JSON")
      .option("--lenient-images", "take any bytes for an image, such as those of a test")
      .option("--random-seed <text>", "let chance, such as --fail-rate, be the same at every start")
      .addOption(latencyOption())
      .addOption(rateOption())
      .addOption(faultOption())
      // What stands after "proxy" is the proxy's, though the mock has options of the same names.
      .enablePositionalOptions()
      .action(serve)
  );
}

/** `image-apis-mock proxy`; `serve` is called with its options. */
export function proxyCommand(serve: (options: ProxyOptions) => Promise<void>): Command {
  return withServerOptions(new Command("proxy"))
    .description("Forwards calls to a real server and holds them against the documents.")
    .requiredOption("--target <url>", "the server of the real API")
    .option("--fail", "answer 502 where an exchange breaks the documents")
    .option("--ca <file>", "certificates in PEM that the target's may be signed by")
    .option("--insecure", "take any certificate of the target")
    .addOption(allowHostOption())
    .addOption(corsOriginOption())
    .action((options: ProxyOptions, command: Command) => {
      requireOwnOptions(command);
      return serve(options);
    });
}

/** @throws Error for options before "proxy": they are those of the mock, which is not started. */
function requireOwnOptions({ parent }: Command): void {
  const before = parent?.options.filter(
    (option) => parent.getOptionValueSource(option.attributeName()) === "cli",
  );
  if (before === undefined || before.length === 0) return;
  const names = before.map(({ long }) => long).join(", ");
  throw new Error(
    `${names} before "proxy" would be an option of the mock. Write the proxy's options, such as --target, --port and --fail, after "proxy".`,
  );
}

/** Runs a command; an error is one line on the terminal. */
export async function runCommand(command: Command): Promise<void> {
  try {
    await command.parseAsync();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof PortTakenError) {
    return `Port ${error.port} is taken. Set MOCK_PORT (or pass --port) to a free one.`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Prints where something answers, and closes it when the process is told to stop. */
export function serveUntilStopped(
  name: string,
  { url, close }: { url: string; close(): Promise<void> },
): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
  // Whoever reads this may end the process at once.
  console.log(`${name}: ${url}`);
}
