import { Command } from "commander";
import { type Kind, type KindName, kinds } from "./kinds.ts";

/** The command line of `npm run new`; `write` is called with the kind and what its flags say. */
export function newCommand(
  write: (name: KindName, flags: Record<string, string>) => Promise<void>,
): Command {
  const program = new Command("npm run new --")
    .description(
      "Writes the files of something new, which pass the lint, and says what to fill in.",
    )
    .usage("<kind> [flags]")
    .helpCommand(false)
    .showHelpAfterError()
    .addHelpText("after", "\n`npm run new -- <kind> --help` names the flags of a kind.");
  for (const [name, { about, questions }] of Object.entries<Kind>(kinds)) {
    const command = program
      .command(name)
      .usage("[flags]")
      .summary(about)
      .description(`${about} What the flags leave open is asked for.`)
      // The cast: the names are those of the kinds.
      .action((flags: Record<string, string>) => write(name as KindName, flags));
    for (const { name: flag, message } of questions([])) command.option(`--${flag} <…>`, message);
  }
  return program;
}
