import { readFileSync } from "node:fs";
import { join } from "node:path";
import { api } from "@image-apis/testing/one-api";
import { expect, it } from "vitest";
import { useOneApi } from "./planted.ts";

const { copy, lint, plant, write, places } = useOneApi();

it("reports a line of a page that no entry and no reason holds, in its inventory", async () => {
  const inventory = `spec/${api}/sources/put-person-image.yaml`;
  const line = plant(inventory, /^lineCount: 40$/m, "lineCount: 41");
  const { findings } = await lint();
  expect(findings).toEqual([
    expect.objectContaining({ file: inventory, line, rule: "provenance", severity: "error" }),
  ]);
  expect(findings[0]?.message).toContain("S3 says nothing about line 41 of its page.");
});

it("reports an entry beyond the last line of its page, at the entry", async () => {
  const inventory = `spec/${api}/sources/put-person-image.yaml`;
  const line = plant(inventory, /id: title, lines: 1,/, "id: title, lines: [1, 99],");
  const { findings } = await lint();
  expect(findings).toEqual([expect.objectContaining({ file: inventory, line })]);
  expect(findings[0]?.message).toContain("S3#title stands on line 99.");
});

it("refuses a line that is neither a number nor a range", async () => {
  const inventory = `spec/${api}/sources/put-person-image.yaml`;
  const line = plant(inventory, /id: title, lines: 1,/, "id: title, lines: top,");
  expect(await places()).toEqual([`${inventory}:${line} shape`]);
});

it("reports a claim of a description that nothing carries, on the line of the word", async () => {
  const file = `spec/${api}/components/parameters/TimeZone.yaml`;
  const text = readFileSync(join(copy, file), "utf8");
  write(
    file,
    text.replace(/^description: >-\n.*$/m, "description: >-\n  A code.\n  It must be sent."),
  );
  const { findings } = await lint();
  const [found] = findings.filter(({ message }) => message.startsWith('"must"'));
  expect(found).toMatchObject({ file, line: 6, rule: "provenance" });
  expect(found?.fix).toContain('says: "It must be sent."');
  expect(findings).toContainEqual(
    expect.objectContaining({ file, message: expect.stringContaining("is not in this sentence") }),
  );
});

it("reports an exchange that claims more than the provenance of what it shows, at its status", async () => {
  const file = `spec/${api}/exchanges/getPersonImage/stored.yaml`;
  const line = plant(file, /^status: companion$/m, "status: documented");
  const { findings } = await lint();
  expect(findings).toEqual([
    expect.objectContaining({ file, line, rule: "exchange-evidence", severity: "error" }),
  ]);
  expect(findings[0]?.message).toContain("but its operation is companion");
});
