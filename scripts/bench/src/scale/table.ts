import type { ScaleTimes } from "./child.ts";

/** The measurements of growing documents as a Markdown table; times are those of one operation. */
export function scaleTable(measured: readonly ScaleTimes[]): string {
  const rows = measured.map(({ operations, lint, bundle, types, peakBytes }) => {
    const each = [lint, bundle, types, lint + bundle + types].map((it) =>
      (it / operations).toFixed(2),
    );
    return [operations, ...each, (peakBytes / 1024 / 1024).toFixed(0)];
  });
  return `| operations | lint, ms each | bundle, ms each | types, ms each | together, ms each | peak memory, MB |
| --: | --: | --: | --: | --: | --: |
${rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("")}
One process for each row, all steps in it. Node ${process.versions.node}, ${process.platform}.
`;
}
