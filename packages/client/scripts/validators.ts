/**
 * Compiles the documented schemas of JSON answers to dist/validate/compiled.js, which imports nothing: Ajv's helpers
 * are written into it. Run by `build`, after the compiler.
 */
import { fileURLToPath } from "node:url";
import { apiNames, loadDocument } from "@image-apis/spec";
import { bundled } from "../build/bundled.ts";
import { validatorCode } from "../build/validator-code.ts";

const file = fileURLToPath(new URL("../dist/validate/compiled.js", import.meta.url));
await bundled(validatorCode(apiNames().map(loadDocument)), file);
