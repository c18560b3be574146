import type { SampleRequest } from "../request.ts";
import { isPlain } from "./curl.ts";
import { curlArguments } from "./curl-arguments.ts";

/**
 * The curl command of a request on one line, for a POSIX shell, PowerShell and Windows' command prompt alike.
 *
 * @throws Error for a word that these shells read differently.
 */
export function curlLine(request: SampleRequest): string {
  return ["curl", ...curlArguments(request).flat().map(quoted)].join(" ");
}

function quoted(word: string): string {
  if (isPlain(word)) return word;
  if (/["$`%!\\\n]/.test(word)) {
    throw new Error(`No quotes keep ${JSON.stringify(word)} the same in every shell.`);
  }
  return `"${word}"`;
}
