/** `npm run dev`: serves mock and docs while the documents are edited, and judges every save, until Ctrl+C. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { devFormats, reporter } from "./dev/reporter.ts";
import { freePorts, PortError } from "./ports.ts";
import { repositoryRoot } from "./repository.ts";
import { turbo } from "./turbo.ts";

const { values } = parseArgs({ options: { format: { type: "string", default: "stylish" } } });
const format = devFormats.find((it) => it === values.format);
if (format === undefined) {
  console.error(`There is no format "${values.format}". Known: ${devFormats.join(", ")}.`);
  process.exit(2);
}

try {
  const ports = await freePorts(process.env);
  console.error("Building …");
  // Documents with findings may not build; what was built before is served until they are fixed.
  const exit = await turbo("run build --continue=always --output-logs=errors-only", "1>&2");
  if (exit !== 0 && !wasBuilt()) {
    console.error("Nothing was built yet that could be served. Fix what stands above first.");
    process.exit(1);
  }
  const { startDev } = await import("./dev/dev.ts");
  const dev = await startDev(ports, reporter(format, console.log));
  if (format === "stylish") {
    console.log(`\n  docs  ${dev.docs}\n  mock  ${dev.mock}\n\nEdit spec/. Ctrl+C ends all.`);
  }
  const stop = () => void dev.close().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
} catch (error) {
  if (!(error instanceof PortError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function wasBuilt(): boolean {
  return [
    "packages/spec/dist/apis.json",
    "apps/mock/dist/index.js",
    "apps/docs/dist/site/index.html",
  ].every((file) => existsSync(join(repositoryRoot, file)));
}
