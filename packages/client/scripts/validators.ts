/**
 * Compiles the documented schemas of JSON answers to dist/validate/compiled.js, which imports nothing: Ajv's helpers
 * are written into it. Run by `build`, after the compiler.
 */
import { fileURLToPath } from "node:url";
import { loadModels } from "@image-apis/codegen";
import { validatorCode } from "@image-apis/codegen/generate";
import { bundled } from "../generator/bundled.ts";

const file = fileURLToPath(new URL("../dist/validate/compiled.js", import.meta.url));
await bundled(validatorCode(loadModels()), file);
