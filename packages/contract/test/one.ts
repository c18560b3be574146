import { type Contract, loadContracts } from "@image-apis/conformance";
import type { Exchange, OpenApiDocument, Refusal } from "@image-apis/spec";
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

/** A copy of an API's contract with one refusal, to be changed at will. */
export interface OneRefusal extends Contract {
  refusals: [Refusal];
}

/** Copies the contract of a refusal, by its id. */
export function oneRefusal(id: string): OneRefusal {
  for (const contract of structuredClone(loadContracts())) {
    const refusal = contract.refusals?.find((it) => it.id === id);
    if (refusal !== undefined) return { ...contract, exchanges: [], refusals: [refusal] };
  }
  throw new Error(`There is no refusal ${id}.`);
}

/** What a face says is wrong with the one exchange or refusal; empty when nothing is. */
export async function complaints(face: Face, contract: Contract): Promise<string> {
  const { faces, rows } = await prove([contract], [face]);
  const filled = rows.filter(({ exchange, refusal }) => exchange ?? refusal);
  return explanations({ faces, rows: filled }).join("\n");
}
