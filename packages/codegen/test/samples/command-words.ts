import { spawnSync } from "node:child_process";
import { parsed } from "./parsers.ts";

/** The words that a shell hands to curl. */
export function shellWords(script: string): string[] {
  const curl = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n`;
  const { stdout, stderr } = spawnSync("sh", ["-c", curl + script], { encoding: "utf8" });
  if (stderr !== "") throw new Error(stderr);
  return stdout.split("\0").slice(0, -1);
}

/** The words that a program on Windows is given by PowerShell before 7.3, or by a later one that is told so. */
export function powershellWords(script: string): string[] {
  const commands = parsed("powershell", script).descendantsOfType("command");
  const command = commands.find((it) => it?.text.startsWith("curl.exe "));
  const elements = command?.childForFieldName("command_elements")?.children ?? [];
  const words = elements.flatMap((it) =>
    it === null || it.type === "command_argument_sep" ? [] : [wordOf(it.text)],
  );
  if (words.some((word) => word.includes('"'))) {
    const told = script.includes("$PSNativeCommandArgumentPassing = 'Legacy'\n");
    if (!told) throw new Error("A later PowerShell reads these quotes in another way.");
  }
  // PowerShell sets the quotes around a word with a space, and does nothing else.
  const line = words.map((word) => (/\s/.test(word) && !/^"/.test(word) ? `"${word}"` : word));
  return commandLineWords(line.join(" "));
}

/** A bare word, or what single quotes hold. */
function wordOf(text: string): string {
  const inner = /^'([\s\S]*)'$/.exec(text)?.[1];
  return inner === undefined ? text : inner.replace(/(['\u2018-\u201b])\1/g, "$1");
}

/** The words of a command line by the rules of the C runtime of Windows. */
function commandLineWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (const [, backslashes = "", quote, other = ""] of line.matchAll(/(\\*)(?:(")|([^\\"]|$))/g)) {
    if (quote !== undefined) {
      word = (word ?? "") + backslashes.slice(0, backslashes.length / 2);
      if (backslashes.length % 2 === 1) word += '"';
      else isQuoted = !isQuoted;
    } else if (/^\s$/.test(other) && !isQuoted) {
      if (word !== undefined || backslashes !== "") words.push((word ?? "") + backslashes);
      word = undefined;
    } else if (backslashes + other !== "") word = (word ?? "") + backslashes + other;
  }
  return word === undefined ? words : [...words, word];
}
