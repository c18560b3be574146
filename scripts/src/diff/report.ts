import { type Change, sizes } from "./change.ts";

/** Changes as text for a terminal, or as Markdown for a pull request. */
export function changeReport(
  changes: readonly Change[],
  base: string,
  isMarkdown: boolean,
): string {
  if (changes.length === 0) return `Nothing changed for a client since ${base}.`;
  const heading = (level: number, text: string) =>
    isMarkdown ? `${"#".repeat(level)} ${text}\n` : `${"  ".repeat(level - 2)}${text}`;
  const lines = [heading(2, `What changes for a client since ${base}`)];
  for (const [api, ofApi] of Map.groupBy(changes, (it) => it.api)) {
    lines.push(heading(3, api));
    for (const size of sizes) {
      const own = ofApi.filter((it) => it.size === size);
      if (own.length === 0) continue;
      lines.push(heading(4, size));
      for (const { where, text } of own) {
        lines.push(isMarkdown ? `- **${where}**: ${text}` : `      ${where}: ${text}`);
      }
      if (isMarkdown) lines.push("");
    }
  }
  const counts = sizes.map((size) => `${changes.filter((it) => it.size === size).length} ${size}`);
  return [...lines, "", `${counts.join(", ")}.`].join("\n");
}
