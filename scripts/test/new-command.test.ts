import { CommanderError } from "commander";
import { describe, expect, it, vi } from "vitest";
import { newCommand } from "../src/new/command.ts";
import { type KindName, kinds } from "../src/new/kinds.ts";

/** What a command line prints, and how it ends. */
async function run(...args: string[]) {
  let out = "";
  let err = "";
  const write = vi.fn(async () => {});
  const command = newCommand(write);
  for (const it of [command, ...command.commands]) {
    it.exitOverride().configureOutput({
      writeOut: (text) => (out += text),
      writeErr: (text) => (err += text),
    });
  }
  let exitCode = 0;
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode;
  }
  return { out, err, exitCode, calls: write.mock.calls };
}

const names = Object.keys(kinds) as KindName[];
const flagsOf = (name: KindName) => kinds[name].questions([]).map((it) => `--${it.name} `);

it("--help names every kind, and ends with 0", async () => {
  const { out, exitCode, calls } = await run("--help");
  for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} .*\\S`, "m"));
  expect([exitCode, calls]).toEqual([0, []]);
});

describe.each(names)("%s", (name) => {
  it("--help names each flag with a line, and ends with 0", async () => {
    const { out, exitCode, calls } = await run(name, "--help");
    const lines = out.split("\n");
    expect(lines[0]).toBe(`Usage: npm run new -- ${name} [flags]`);
    for (const flag of flagsOf(name)) {
      const line = lines.find((it) => it.trim().startsWith(flag));
      expect(line).toMatch(/^ {2}--\w+ <…> +\S/);
    }
    expect([exitCode, calls]).toEqual([0, []]);
  });

  it("an unknown flag is refused with the known ones", async () => {
    const { err, exitCode, calls } = await run(name, "--colour", "red");
    expect(err).toContain("unknown option '--colour'");
    for (const flag of flagsOf(name)) expect(err).toContain(flag);
    expect([exitCode, calls]).toEqual([1, []]);
  });
});

it("an unknown kind and no kind are refused with the known ones", async () => {
  for (const args of [["nothing"], []]) {
    const { err, exitCode } = await run(...args);
    for (const name of names) expect(err).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(exitCode).toBe(1);
  }
});

it("the flags of a kind are handed on", async () => {
  const { calls } = await run("exchange", "--operation", "getCover", "--name", "large");
  expect(calls[0]?.slice(0, 2)).toEqual(["exchange", { operation: "getCover", name: "large" }]);
});
