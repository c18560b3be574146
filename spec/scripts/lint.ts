/** Lints the documents and their sources. Prints what was found; a warning fails as an error does. */
import { fileURLToPath } from "node:url";
import { report } from "../lint/report.ts";
import { lintRepository } from "../lint/repository.ts";

const repository = process.argv[2] ?? fileURLToPath(new URL("../../", import.meta.url));
const result = await lintRepository(repository);
console.log(report(result, performance.now()));
if (result.findings.length > 0) process.exitCode = 1;
