import { LineCounter, parseDocument } from "yaml";
import type { TextFile } from "./files.ts";
import type { Finding } from "./finding.ts";

/** What is no YAML at all: bad indentation, a key twice. Nothing else can be said of such a file. */
export function syntaxErrors({ file, text }: TextFile): Finding[] {
  const lineCounter = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter });
  return errors.map(({ message, pos }) => {
    const { line, col } = lineCounter.linePos(pos[0]);
    return {
      file,
      line,
      column: col,
      severity: "error",
      rule: "yaml",
      message: message.split(" at line ")[0] ?? message,
      page: undefined,
    };
  });
}
