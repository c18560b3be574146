import type { LoopTimes } from "./loop.ts";

/** The measurements of the loop as a Markdown table. */
export function loopTable({ verdict, mock, page }: LoopTimes, commands: number): string {
  const rows = [
    ["a save to its verdict (lint, bundle, types)", verdict],
    ["the four commands one after the other, for one document", commands],
    ["a save to the new answer of the mock", mock],
    ["a save to the new page of the docs", page],
  ] as const;
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
  return `| from | seconds |
| --- | --: |
${rows.map(([what, time]) => `| ${what} | ${seconds(time)} |\n`).join("")}
Medians of 20 edits. A verdict takes 1/${(commands / verdict).toFixed(1)} of the commands. Node ${process.versions.node}, ${process.platform}.
`;
}
