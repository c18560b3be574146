import { basesIn, indexBases } from "../prose/bases.ts";
import { boundFaults } from "../prose/bounds.ts";
import { codeFaults, statusFaults } from "../prose/codes.ts";
import { formatFaults } from "../prose/formats.ts";
import { type Limits, limitsInReach } from "../prose/limits-in-reach.ts";
import { quantities, sizesIn } from "../prose/numbers.ts";
import { clausesOf, isOfSample, type Prose, proseOf } from "../prose/prose.ts";
import type { Rule } from "../rule.ts";

export const proseNumber: Rule = {
  description: "Every number that a text gives of a limit, a code or an index is the document's.",
  given: "$",
  check(document) {
    const bases = indexBases(document);
    return proseOf(document).flatMap((prose) => {
      const faults = [
        ...clausesOf(prose.text).flatMap((clause) => limitFaults(clause, document, prose)),
        ...boundFaults(prose),
        ...("x-limits" in prose.subject ? formatFaults(prose, limitsInReach(document, prose)) : []),
        ...basesIn(prose.text)
          .filter(({ value }) => bases.size > 0 && !bases.has(value))
          .map(({ words }) => `"${words}" is not how the document counts: ${counted(bases)}.`),
        ...statusFaults(document, prose),
        ...codeFaults(document, prose),
      ];
      return [...new Set(faults)].map((message) => ({ message, path: prose.path }));
    });
  },
};

const counted = (bases: Set<number>) =>
  `its index has the minimum ${[...bases].join(" or ")}. Correct the text, or the minimum`;

function limitFaults(clause: string, document: unknown, prose: Prose): string[] {
  if (!/\d|\b(files?|images?|pictures?|photos?|parts)\b/i.test(clause) || isOfSample(clause))
    return [];
  const limits = limitsInReach(document, prose);
  return [...sizeFaults(clause, limits), ...fileFaults(clause, limits, prose)];
}

/** A limit, and the same limit where the other base of the unit is meant: `10 KB` is 10,240 or 10,000 bytes. */
function bothReadings(limit: number): number[] {
  const power = [3, 2, 1].find((it) => limit % 1024 ** it === 0) ?? 0;
  return [limit, (limit / 1024 ** power) * 1000 ** power];
}

function sizeFaults(clause: string, { sizes }: Limits): string[] {
  if (sizes.size === 0) return [];
  // What a unit is worth is no limit.
  const allowed = new Set([...[...sizes].flatMap(bothReadings), 1024, 1000, 1024 ** 2, 1000 ** 2]);
  return sizesIn(clause)
    .filter(({ readings }) => !readings.some((it) => allowed.has(it)))
    .map(
      ({ words }) =>
        `"${words}" is not a limit of the document: x-limits has ${listed(sizes)} bytes. Correct the text, or x-limits.`,
    );
}

const things = "files?|images?|pictures?|photos?|parts";

/** How many files there may be. An example that is no error may show any number of them. */
function fileFaults(clause: string, { files }: Limits, { path, subject }: Prose): string[] {
  const isOfExample = path.includes("examples") && !("x-when" in subject);
  if (isOfExample || files.size === 0) return [];
  return quantities(clause, things)
    .filter(({ value, words }) => !files.has(value) && !(value === 1 && !isRange(words)))
    .map(
      ({ words }) =>
        `"${words}" is not a limit of the document: x-limits has ${listed(files)} files. Correct the text, or x-limits.`,
    );
}

const isRange = (words: string) => / (?:to|and|or) /.test(words);

const listed = (numbers: Set<number>) =>
  [...numbers]
    .sort((a, b) => a - b)
    .map((it) => it.toLocaleString("en"))
    .join(" and ");
