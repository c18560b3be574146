import { styleText } from "node:util";
import type { Cell } from "./cell.ts";
import type { Grid, Row } from "./grid.ts";

/**
 * Draws a grid: exchanges down, faces across, a heading for each operation, a line of sums. Below it every red
 * or empty cell is explained.
 *
 * @param colour Whether to colour it, for a terminal that can.
 */
export function gridText(grid: Grid, colour = false): string {
  const paint = (format: "green" | "red" | "yellow" | "bold", text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const rowWidth = Math.max(...grid.rows.map((row) => rowName(row).length), 0) + 4;
  const widthOf = (face: string) =>
    Math.max(face.length, ...grid.rows.map(({ cells }) => cellWord(cells[face]).length)) + 2;

  const head = "".padEnd(rowWidth) + grid.faces.map((it) => it.padEnd(widthOf(it))).join("");
  const lines = [paint("bold", head.trimEnd())];
  let heading = "";
  for (const row of grid.rows) {
    const operation = `${row.api} ${row.operationId}`;
    if (operation !== heading) lines.push(paint("bold", operation));
    heading = operation;
    const words = grid.faces.map((face) => {
      const cell = row.cells[face];
      return paint(colourOf(cell), cellWord(cell).padEnd(widthOf(face)));
    });
    lines.push(`  ${rowName(row)}`.padEnd(rowWidth) + words.join("").trimEnd());
  }
  const notes = (grid.notes ?? []).map((note) => paint("yellow", `! ${note}`));
  return [...lines, "", sums(grid), ...notes, ...explanations(grid)].join("\n");
}

function rowName({ exchange, refusal }: Row): string {
  if (refusal !== undefined) return `✗ ${refusal.name}`;
  return exchange?.name ?? "(no exchange)";
}

function cellWord(cell: Cell | undefined): string {
  if (cell === undefined) return "empty";
  return cell.state === "stated" ? cell.reason : cell.state;
}

function colourOf(cell: Cell | undefined): "green" | "red" | "yellow" {
  if (cell === undefined || cell.state === "red") return "red";
  return cell.state === "ok" ? "green" : "yellow";
}

function sums({ faces, rows }: Grid): string {
  const counts = new Map<string, number>([["ok", 0]]);
  for (const word of rows.flatMap(({ cells }) => faces.map((face) => cellWord(cells[face])))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const exchanges = rows.filter(({ exchange }) => exchange !== undefined).length;
  const refusals = rows.filter(({ refusal }) => refusal !== undefined).length;
  const counted = [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const proved =
    plural(exchanges, "exchange") + (refusals > 0 ? `, ${plural(refusals, "refusal")}` : "");
  return `${proved} on ${plural(faces.length, "face")}: ${counted}`;
}

/** What is wrong in the cells that are red or empty, by file and face; what is the same on a face is told once. */
export function explanations({ faces, rows }: Grid): string[] {
  const empty = rows.flatMap((row) =>
    faces
      .filter((face) => row.cells[face] === undefined)
      .flatMap((face) => ["", ...explainEmpty(row, face)]),
  );
  const red = new Map<string, { first: string; differences: string[]; others: number }>();
  for (const row of rows) {
    for (const face of faces) {
      const cell = row.cells[face];
      if (cell?.state !== "red") continue;
      const differences = cell.differences.map(
        ({ what, expected, received }) => `  ${what}: expected ${expected}; received ${received}`,
      );
      const key = [face, ...differences].join("\n");
      const told = red.get(key);
      if (told !== undefined) told.others += 1;
      else {
        const first = `${(row.exchange ?? row.refusal)?.file} (${face})`;
        red.set(key, { first, differences, others: 0 });
      }
    }
  }
  const told = [...red.values()].flatMap(({ first, differences, others }) => {
    const more = others === 0 ? [] : [`  and the same in ${others} more`];
    return ["", first, ...differences, ...more];
  });
  return [...empty, ...told];
}

function explainEmpty(row: Row, face: string): string[] {
  const { api, operationId, exchange = row.refusal } = row;
  if (exchange !== undefined) return [`${exchange.file} (${face})`, "  nobody looked"];
  return [
    `${operationId} (${face})`,
    `  no exchange: add one under spec/${api}/exchanges/${operationId}/`,
  ];
}
