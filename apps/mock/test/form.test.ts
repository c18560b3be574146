import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readForm } from "../src/body/form.ts";
import { headSize } from "../src/body/measurement.ts";
import { filePart, form, formType } from "./support/requests.ts";

test("of very many files the first bytes of a thousand are held, and all are measured", async () => {
  const many = Array(1010).fill(filePart(Buffer.alloc(5000, "x")));

  const parts = await readForm(Readable.from([form(many)]), formType["Content-Type"]);

  expect(parts.map(({ file }) => file?.bytes)).toEqual(Array(1010).fill(5000));
  expect(new Set(parts.map(({ file }) => file?.sha256)).size).toBe(1);
  const held = parts.reduce((sum, { file }) => sum + (file?.head?.length ?? 0), 0);
  expect(held).toBe(1000 * headSize);
});
