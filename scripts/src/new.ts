/** `npm run new -- operation|example|exchange|api`: writes files that pass the lint, and says what to fill in. */
import { newCommand } from "./new/command.ts";
import { create } from "./new/create.ts";
import { repositoryRoot } from "./repository.ts";

const { stdin, stdout } = process;
const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => interruption.abort());

try {
  await newCommand(async (name, flags) => {
    const terminal = stdin.isTTY ? { input: stdin, output: stdout } : undefined;
    const { signal } = interruption;
    const { created, changed, toFillIn } = await create(repositoryRoot, name, flags, {
      terminal,
      signal,
    });
    console.log(
      [
        "Written; the lint passes:",
        ...created.map((file) => `  new      ${file}`),
        ...changed.map((file) => `  changed  ${file}`),
        "\nTo fill in, at every TODO (`npm run lint` and `npm run dev` name those that are left):",
        ...toFillIn.map((note) => `  ${note}`),
        "  provenance.yaml: the entry that says so, for every statement",
      ].join("\n"),
    );
  }).parseAsync();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
