import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { chosenMutations } from "../../scripts/mutate/chosen.ts";
import { loadSubjects } from "../../scripts/mutate/subjects.ts";
import { mutations } from "../../src/mutate/mutations.ts";
import { operators } from "../../src/mutate/operators.ts";

const command = fileURLToPath(new URL("../../scripts/command.ts", import.meta.url));
const start = (...args: string[]) =>
  spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });

describe("the command", () => {
  it("judges what --only names, and prints it without colour into a pipe", () => {
    const { status, stdout } = start("mutate", "--only", "xml.rename");
    expect(stdout).toMatch(/^xml\.rename +1 +1$/m);
    expect(stdout).toContain("1 mutation: 1 killed, 0 survived, 0 equivalent");
    expect(stdout).not.toContain("\u001b");
    expect(status).toBe(0);
  });

  it("knows no other command", () => {
    const { status, stderr } = start("mutant");
    expect(stderr).toContain('There is no command "mutant".');
    expect(status).toBe(2);
  });
});

describe("the arguments", () => {
  const all = mutations(loadSubjects(), operators);

  it("choose everything, an operator, a place or a sample", () => {
    expect(chosenMutations(all, ["mutate"])).toEqual(all);
    expect(chosenMutations(all, ["--only", "required.drop"])).toEqual(
      all.filter(({ operator }) => operator === "required.drop"),
    );
    expect(chosenMutations(all, ["--seed", "4", "--sample", "5"])).toHaveLength(5);
  });

  it.each([
    [["--only", "nothing at all"], 'No mutation\'s id holds "nothing at all".'],
    [["--sample", "many"], '--sample takes a whole number above 0, not "many".'],
    [["--sample", "5", "--seed", "0"], '--seed takes a whole number above 0, not "0".'],
    [["--sede", "4"], "Unknown option '--sede'"],
  ])("are refused with a reason: %j", (args, reason) => {
    expect(chosenMutations(all, args)).toContain(reason);
  });
});
