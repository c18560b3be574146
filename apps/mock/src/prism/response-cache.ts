import type { ContractOperation } from "@image-apis/http-contract";
import { type PrismChoice, type PrismRefusal, type PrismResponse, prism } from "./engine.ts";
import { mockOperation } from "./mock-operation.ts";

type Chosen = PrismResponse | PrismRefusal;

/** An Accept header can be anything, so there must be an end to what is remembered. */
const most = 100;
const remembered = new WeakMap<ContractOperation, Map<string, Chosen>>();

/** A documented response. It depends on the choice alone, so that Prism has to make it but once. */
export async function chosenResponse(
  served: ContractOperation,
  choice: PrismChoice,
): Promise<Chosen> {
  const request = { path: served.operation.path, query: {}, headers: {} };
  const make = () =>
    prism.documentedResponse(mockOperation(served).prismWithoutBody, request, choice);
  if (choice.dynamic) return make();
  const known = remembered.get(served) ?? new Map<string, Chosen>();
  remembered.set(served, known);
  const key = JSON.stringify(choice);
  const found = known.get(key) ?? (await make());
  if (known.size < most) known.set(key, found);
  return found;
}
