import type { Cell } from "../../cell.ts";
import type { Face } from "../../face.ts";
import type { Check } from "../check.ts";
import type { Subject } from "../subject.ts";

/**
 * A column of the grid: every exchange and every refusal is proved on a face. The first that is not ends it.
 *
 * @param make Makes the face for a document; with one that was made for another, every change would be red.
 */
export function faceCheck(name: string, make: (subject: Subject) => Promise<Face> | Face): Check {
  return {
    name,
    sees: "exchanges",
    async complaint(subject, wanted) {
      const face = await make(subject);
      const proof = await face.open(subject);
      try {
        for (const exchange of subject.exchanges.filter(wanted)) {
          const fault = inWords(exchange.id, await proof.check(exchange));
          if (fault !== undefined) return fault;
        }
        for (const refusal of (subject.refusals ?? []).filter(wanted)) {
          const cell = await proof.refuse?.(refusal);
          const fault = cell && inWords(refusal.id, cell);
          if (fault !== undefined) return fault;
        }
        return undefined;
      } finally {
        await proof.close?.();
      }
    },
  };
}

function inWords(id: string, cell: Cell): string | undefined {
  if (cell.state !== "red") return undefined;
  const [{ what, expected, received }] = cell.differences;
  return `${id}: ${what}: expected ${expected}; received ${received}`;
}
