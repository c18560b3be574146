/** The counts of a commit, to be shown beside today's. */
export interface Earlier {
  name: string;
  lines: ReadonlyMap<string, number>;
}

const order = [/^spec$/, /^packages\//, /^apps\//, /^scripts$/, /^docs$/, /^(?!root$)/, /^root$/];

/** A line for each room and one for all of them; with a commit, its count and what has changed since. */
export function linesTable(today: ReadonlyMap<string, number>, earlier?: Earlier): string {
  const rooms = [...new Set([...today.keys(), ...(earlier?.lines.keys() ?? [])])].sort(
    (one, other) => place(one) - place(other) || (one < other ? -1 : 1),
  );
  const row = (name: string, now: number, then: number) =>
    earlier ? [name, `${now}`, `${then}`, signed(now - then)] : [name, `${now}`];
  const rows = [
    earlier ? ["", "today", earlier.name, "difference"] : ["", "lines"],
    ...rooms.map((room) => row(room, today.get(room) ?? 0, earlier?.lines.get(room) ?? 0)),
    row("total", sum(today), sum(earlier?.lines ?? new Map())),
  ];
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell[column === 0 ? "padEnd" : "padStart"](widths?.[column] ?? 0))
        .join("  "),
    )
    .join("\n");
}

function place(room: string): number {
  return order.findIndex((pattern) => pattern.test(room));
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `${difference}`;
}

function sum(lines: ReadonlyMap<string, number>): number {
  return [...lines.values()].reduce((all, one) => all + one, 0);
}
