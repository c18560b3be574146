import { parseArgs } from "node:util";
import type { Mutation } from "../../src/mutate/mutation.ts";
import { sample } from "../../src/mutate/sample.ts";

/**
 * All mutations, those whose id holds `--only`, or a `--sample` of them by `--seed`; what is wrong with the arguments,
 * as a text.
 *
 * @param args May begin with the command's own name.
 */
export function chosenMutations(
  all: readonly Mutation[],
  args: readonly string[],
): Mutation[] | string {
  try {
    const { values } = parseArgs({
      args: args[0] === "mutate" ? args.slice(1) : [...args],
      options: {
        only: { type: "string", default: "" },
        sample: { type: "string" },
        seed: { type: "string", default: "1" },
      },
    });
    const wanted = all.filter(({ id }) => id.includes(values.only));
    if (wanted.length === 0) return `No mutation's id holds "${values.only}".`;
    if (values.sample === undefined) return wanted;
    return sample(wanted, count("sample", values.sample), count("seed", values.seed));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function count(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`--${option} takes a whole number above 0, not "${text}".`);
}
