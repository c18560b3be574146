/** Names what of the documents no code can be generated for, at its place in the sources. Ends with 1 if there is anything. */
import { apiNames, sourceLocations } from "@image-apis/spec";
import { loadModel } from "../src/model/load.ts";
import { SupportError } from "../src/model/support-error.ts";

for (const api of apiNames()) {
  try {
    loadModel(api);
  } catch (error) {
    if (!(error instanceof SupportError)) throw error;
    const { file, line, column } = sourceLocations(api)(error.pointer);
    console.error(`${file}:${line}:${column}  error  generated-code  ${error.message}`);
    process.exitCode = 1;
  }
}
