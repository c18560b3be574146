import { perFile, yamlFile } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";

/** What is not YAML at all: bad indentation, a key twice. Nothing else can be said of such a file. */
export const syntaxErrors = perFile((source): Finding[] => {
  const { document, lines } = yamlFile(source);
  return document.errors.map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    return {
      file: source.file,
      line,
      column: col,
      severity: "error",
      rule: "yaml",
      message: message.split(" at line ")[0] ?? message,
      page: undefined,
    };
  });
});
