import type { ContractOperation } from "@image-apis/http-contract";
import type { capillary, superoffice } from "@image-apis/types";
import type { ReferenceContext } from "../handlers/context.ts";
import { timesOf } from "../handlers/times.ts";
import type { Contents } from "../memory/memory-store.ts";
import { documentedCustomers, seededCustomers } from "./customers.ts";
import { describedApi } from "./described.ts";
import { documentedBlobId, documentedPersons, seededPersons } from "./persons.ts";
import type { Seed } from "./seed.ts";

/** What a start is made with. */
export interface StartOptions extends Pick<ReferenceContext, "now" | "newId" | "organisation"> {
  /** What is described; an API that is not among it starts empty. */
  readonly operations: readonly ContractOperation[];
  /** In place of what the documents show, by key. */
  readonly seed?: Seed | undefined;
}

/**
 * What a store in memory holds at its start: the customers and persons of the documented calls with the documented images, or
 * those of a seed.
 *
 * @throws Error for a seed that the documents do not allow, or that names an image that cannot be read.
 */
export async function startContents(options: StartOptions): Promise<Contents> {
  const { operations, seed = {}, now } = options;
  const customers = describedApi<capillary.operations>("capillary", operations);
  const persons = describedApi<superoffice.operations>("superoffice", operations);
  const context = { ...options, times: timesOf("capillary", operations) };
  return {
    customers:
      seed.customers === undefined
        ? documentedCustomers(customers, context)
        : seededCustomers(customers, context, seed.customers),
    rewardsFiles: (seed.files ?? []).map((file) => ({ ...file, upload: undefined })),
    persons:
      seed.persons === undefined
        ? await documentedPersons(persons, now)
        : await seededPersons(persons, now, seed.persons),
    lastBlobId: documentedBlobId(persons),
  };
}
