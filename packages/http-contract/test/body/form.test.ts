import { Readable } from "node:stream";
import { filePart, form, formType } from "@image-apis/testing/forms";
import { expect, test } from "vitest";
import { readForm } from "../../src/body/form.ts";
import { OpenSinks } from "../../src/body/open-sinks.ts";
import { imageHeadSize } from "../../src/index.ts";

test("of very many files the first bytes of the first 250 are held, and all are measured", async () => {
  const many = Array(260).fill(filePart(Buffer.alloc(20_000, "x")));

  const parts = await readForm(Readable.from([form(many)]), formType["Content-Type"], {
    limits: {},
    sinks: new OpenSinks(),
    isSpent: false,
  });

  expect(parts.map(({ file }) => file?.bytes)).toEqual(Array(260).fill(20_000));
  expect(new Set(parts.map(({ file }) => file?.sha256)).size).toBe(1);
  const held = parts.reduce((sum, { file }) => sum + (file?.head?.length ?? 0), 0);
  expect(held).toBe(250 * imageHeadSize);
});
