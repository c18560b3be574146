import type { Contract } from "@image-apis/conformance";
import { type Cell, failedCell } from "./cell.ts";
import type { Face, Proof } from "./face.ts";
import { emptyGrid, type Grid } from "./grid.ts";

/**
 * Holds every exchange and every refusal of every contract against every face, one after the other. A face that
 * cannot be opened, or fails on one of them, makes red cells.
 */
export async function prove(contracts: readonly Contract[], faces: readonly Face[]): Promise<Grid> {
  const grid = emptyGrid(
    contracts,
    faces.map(({ name }) => name),
  );
  const notes = new Set<string>();
  for (const contract of contracts) {
    const rows = grid.rows.filter(({ api }) => api === contract.api);
    for (const face of faces) {
      const proof = await open(face, contract);
      for (const { exchange, refusal, cells } of rows) {
        if (exchange !== undefined) {
          cells[face.name] = await attempt(() => proof.check(exchange));
        } else if (refusal !== undefined) {
          cells[face.name] = await attempt(() => proof.refuse?.(refusal) ?? undocumented);
        }
      }
      for (const note of proof.notes ?? []) notes.add(`${face.name}: ${note}`);
      await proof.close?.();
    }
  }
  if (notes.size > 0) grid.notes = [...notes];
  return grid;
}

async function open(face: Face, contract: Contract): Promise<Proof> {
  try {
    return await face.open(contract);
  } catch (error) {
    return { check: () => failedCell(error), refuse: () => failedCell(error) };
  }
}

const undocumented: Cell = { state: "stated", reason: "not documented" };

async function attempt(check: () => Promise<Cell> | Cell): Promise<Cell> {
  try {
    return await check();
  } catch (error) {
    return failedCell(error);
  }
}
