import type { SampleRequest } from "../request.ts";
import { lines } from "../text.ts";
import { commandLines, curlComments, isPlain } from "./curl.ts";
import { curlArguments } from "./curl-arguments.ts";

/**
 * For PowerShell on Windows, 5.1 and later, with the `curl.exe` of Windows: plain `curl` is another command in 5.1.
 *
 * Until 7.3, PowerShell passed double quotes and empty words on as they are, so that they have to be written as a
 * program's command line wants them. Where a sample has one of these, it asks later versions for the same.
 */
export function powershell(request: SampleRequest): string {
  const { success } = request;
  const options = curlArguments(request);
  const isLegacy = options.flat().some((word) => commandLineWord(word).includes('"'));
  const command = commandLines("curl.exe", options, quoted);
  return lines(
    curlComments(request),
    isLegacy && [
      "# The quotes below are escaped for every PowerShell; 7.3 and later must be told so.",
      "$PSNativeCommandArgumentPassing = 'Legacy'",
    ],
    command.join(" `\n  "),
    success.kind === "bytes" &&
      `if ($LASTEXITCODE -ne 0) { Get-Content -Raw ${quoted(success.file)} }`,
  );
}

/** In single quotes nothing is special but a single quote, of which PowerShell knows five. */
function quoted(word: string): string {
  if (isPlain(word)) return word;
  return `'${commandLineWord(word).replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}

/** A word as a program's command line has it, but for the quotes that PowerShell puts around one with a space. */
function commandLineWord(word: string): string {
  const escaped = word.replace(/(\\*)"/g, '$1$1\\"');
  // Not every PowerShell doubles a backslash before the quote that it puts at the end.
  const isTaken = word === "" || (/\s/.test(word) && word.endsWith("\\"));
  return isTaken ? `"${escaped.replace(/\\+$/, "$&$&")}"` : escaped;
}
