import { type Ask, type Cleanup, isAccepted, mayChange } from "../cleanup/cleanup.ts";
import type { Contract } from "../contract.ts";
import { capillaryCleanup } from "./capillary.ts";
import { superOfficeCleanup } from "./superoffice.ts";

/** By API, what makes the cleanup of one check. Of an API without one, what it creates stays, and the report says so. */
const cleanups: Readonly<Record<string, (ask: Ask, contract: Contract) => Cleanup>> = {
  capillary: (ask, contract) => capillaryCleanup(ask, numbersIn(contract, "customerId")),
  superoffice: (ask, contract) => superOfficeCleanup(ask, numbersIn(contract, "personId")),
};

/** The cleanup of one check. */
export function cleanupOf(contract: Contract, ask: Ask): Cleanup {
  return cleanups[contract.api]?.(ask, contract) ?? withoutCleanup(contract.api);
}

/** Says of every accepted request that may change something that nobody knows how to undo it. */
function withoutCleanup(api: string): Cleanup {
  const accepted = new Set<string>();
  return {
    before: async () => {},
    async after(sent, response) {
      if (mayChange(sent) && isAccepted(response)) accepted.add(sent.operation.operationId);
      return [];
    },
    cleanUp: async () =>
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
