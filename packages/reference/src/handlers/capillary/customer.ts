import type { Customer } from "../../store/records.ts";
import type { Rows } from "../../store/store.ts";
import type { Operations } from "./context.ts";

/** The customer with the id of the path; an id is the same number however it is written. */
export function customerById(
  rows: Rows,
  { path }: { path: Operations["getCustomer"]["parameters"]["path"] },
): Promise<Customer | undefined> {
  return rows.customer(String(path.customerId));
}

type Lookup = Operations["addCustomerImageByIdentifier"]["parameters"]["query"];

/** The customer with an identifier. `source` and `accountId` tell accounts apart, of which nothing is stored. */
export function customerByIdentifier(
  rows: Rows,
  { query }: { query: Lookup },
): Promise<Customer | undefined> {
  return rows.customerByIdentifier(query.identifierName, query.identifierValue);
}

/** The condition of a customer that nobody knows, and the words for it. */
export const unknownCustomer = [["customer-not-found"], "The state has no such customer."] as const;
