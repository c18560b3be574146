/**
 * Compiles the documented schemas of JSON answers to dist/validate/compiled.js, and to compiled-first.js those that end
 * at the first error. Both import nothing: Ajv's helpers are written into them, and NOTICES.txt says so. Run by `build`,
 * after the compiler.
 */
import { fileURLToPath } from "node:url";
import { loadModels } from "@image-apis/codegen";
import { validatorCode } from "@image-apis/codegen/generate";
import { bundled } from "../generator/bundled.ts";
import { writeNotices } from "../generator/notices.ts";

const models = loadModels();
const folder = new URL("../dist/validate/", import.meta.url);
const file = (name: string) => fileURLToPath(new URL(name, folder));
const every = await bundled(validatorCode(models, true), file("compiled.js"));
const first = await bundled(validatorCode(models, false), file("compiled-first.js"));
// What Ajv writes is made of its own templates, also where it imports no helper.
const ajv = fileURLToPath(import.meta.resolve("ajv"));
writeNotices(fileURLToPath(folder), [ajv, ...every.modules, ...first.modules]);
