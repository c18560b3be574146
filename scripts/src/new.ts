/** `npm run new -- operation|example|exchange|api`: writes files that pass the lint, and says what to fill in. */
import { create } from "./new/create.ts";
import { Cancelled } from "./new/questions.ts";
import { repositoryRoot } from "./repository.ts";

try {
  const canAsk = process.stdin.isTTY === true;
  const { created, changed, toFillIn } = await create(
    repositoryRoot,
    process.argv.slice(2),
    canAsk,
  );
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
} catch (error) {
  if (!(error instanceof Cancelled)) console.error((error as Error).message);
  process.exitCode = 1;
}
