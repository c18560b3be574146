import type { Contract } from "../../contract.ts";
import { capillaryTidying } from "./capillary.ts";
import { superOfficeTidying } from "./superoffice.ts";
import type { Ask, Tidying } from "./tidying.ts";

/** By API, what makes the tidying of one check. Of an API without one, what it creates stays. */
const tidyings: Readonly<Record<string, (ask: Ask, contract: Contract) => Tidying>> = {
  capillary: (ask, contract) => capillaryTidying(ask, numbersIn(contract, "customerId")),
  superoffice: (ask, contract) => superOfficeTidying(ask, numbersIn(contract, "personId")),
};

/** The tidying of one check. */
export function tidyingOf(contract: Contract, ask: Ask): Tidying {
  return tidyings[contract.api]?.(ask, contract) ?? untidy;
}

const untidy: Tidying = {
  before: async () => {},
  after: async () => [],
  tidy: async () => [],
};

/** What the exchanges name with a parameter of the path, if it is a number. */
function numbersIn({ exchanges }: Contract, parameter: string): string[] {
  const all = exchanges.map(({ request }) => String(request.path[parameter]));
  return [...new Set(all)].filter((it) => /^\d+$/.test(it));
}
