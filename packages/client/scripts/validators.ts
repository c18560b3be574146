/**
 * Compiles the documented schemas of JSON answers to dist/validate/compiled.js, and to compiled-first.js those that end
 * at the first error. Both import nothing: Ajv's helpers are written into them. Run by `build`, after the compiler.
 */
import { fileURLToPath } from "node:url";
import { loadModels } from "@image-apis/codegen";
import { validatorCode } from "@image-apis/codegen/generate";
import { bundled } from "../generator/bundled.ts";

const models = loadModels();
const folder = new URL("../dist/validate/", import.meta.url);
const file = (name: string) => fileURLToPath(new URL(name, folder));
await bundled(validatorCode(models, true), file("compiled.js"));
await bundled(validatorCode(models, false), file("compiled-first.js"));
