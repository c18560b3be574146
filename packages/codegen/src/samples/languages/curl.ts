import { placesOf } from "../failure.ts";
import type { SampleRequest } from "../request.ts";
import { lines } from "../text.ts";
import { curlArguments } from "./curl-arguments.ts";

/** For a POSIX shell. */
export function curl(request: SampleRequest): string {
  const { success } = request;
  const command = commandLines("curl", curlArguments(request), quoted);
  // The body of a refusal is in the file then, and the command has still failed.
  const shown = success.kind === "bytes" ? ` || { cat ${quoted(success.file)}; false; }` : "";
  return lines(curlComments(request), command.join(" \\\n  ") + shown);
}

/** What a reader of a curl command has to know; curl itself does not look into a body. */
export function curlComments({ body, isListed, failures }: SampleRequest): string[] {
  return [
    ...(body?.kind === "form" && body.parts.length > 0
      ? ["# curl writes the Content-Type with the form's boundary."]
      : []),
    ...(isListed ? ["# To send a list, repeat the parameter."] : []),
    ...(failures.length > 0
      ? [
          `# A success status can still hide a failure. Check ${placesOf(failures).join(" and ")} in the body.`,
        ]
      : []),
  ];
}

/** A command with an option on each line; the address shares the first line where that stays short. */
export function commandLines(
  program: string,
  [first = [], ...others]: readonly string[][],
  quote: (word: string) => string,
): string[] {
  const options = [first, ...others].map((words) => words.map(quote));
  const [start = [], ...rest] = options.map((words) => words.join(" "));
  const line = `${program} ${start}`;
  const url = options[0]?.at(-1) ?? "";
  if (line.length <= 98) return [line, ...rest];
  return [line.slice(0, -url.length - 1), url, ...rest];
}

function quoted(word: string): string {
  return isPlain(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Whether a word is one of curl's own options or a method: what a reader replaces is always quoted. */
export function isPlain(word: string): boolean {
  return /^--[a-z]+(-[a-z]+)*$|^[A-Z]+$/.test(word);
}
