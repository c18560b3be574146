import type { Contract } from "../contract.ts";
import { type Ask, isAccepted, mayChange, type Tidying } from "../tidying/tidying.ts";
import { capillaryTidying } from "./capillary.ts";
import { superOfficeTidying } from "./superoffice.ts";

/** By API, what makes the tidying of one check. Of an API without one, what it creates stays, and the report says so. */
const tidyings: Readonly<Record<string, (ask: Ask, contract: Contract) => Tidying>> = {
  capillary: (ask, contract) => capillaryTidying(ask, numbersIn(contract, "customerId")),
  superoffice: (ask, contract) => superOfficeTidying(ask, numbersIn(contract, "personId")),
};

/** The tidying of one check. */
export function tidyingOf(contract: Contract, ask: Ask): Tidying {
  return tidyings[contract.api]?.(ask, contract) ?? untidied(contract.api);
}

/** Says of every accepted request that may change something that nobody knows how to undo it. */
function untidied(api: string): Tidying {
  const accepted = new Set<string>();
  return {
    before: async () => {},
    async after(sent, answer) {
      if (mayChange(sent) && isAccepted(answer)) accepted.add(sent.operation.operationId);
      return [];
    },
    tidy: async () =>
      [...accepted].map((operationId) => ({
        what: `What ${operationId} changed stays: this command does not know how to undo it for ${api}.`,
        isMeant: true,
      })),
  };
}

/** What the exchanges name with a parameter of the path, if it is a number. */
function numbersIn({ exchanges }: Contract, parameter: string): string[] {
  const all = exchanges.map(({ request }) => String(request.path[parameter]));
  return [...new Set(all)].filter((it) => /^\d+$/.test(it));
}
