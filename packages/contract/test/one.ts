import type { Exchange, OpenApiDocument } from "@image-apis/spec";
import { type Contract, loadContracts } from "../src/contract.ts";
import type { Face } from "../src/face.ts";
import { explanations } from "../src/grid-text.ts";
import { prove } from "../src/runner.ts";

/** A copy of an API's contract with one exchange, to be changed at will. */
export interface OneExchange extends Contract {
  document: OpenApiDocument;
  exchanges: [Exchange];
}

/** Copies the contract of an exchange, by its id. */
export function one(id: string): OneExchange {
  for (const { api, document, exchanges } of structuredClone(loadContracts())) {
    const exchange = exchanges.find((it) => it.id === id);
    if (exchange !== undefined) return { api, document, exchanges: [exchange] };
  }
  throw new Error(`There is no exchange ${id}.`);
}

/** What a face says is wrong with the one exchange; empty when nothing is. */
export async function complaints(face: Face, contract: OneExchange): Promise<string> {
  const { faces, rows } = await prove([contract], [face]);
  return explanations({ faces, rows: rows.filter(({ exchange }) => exchange) }).join("\n");
}
