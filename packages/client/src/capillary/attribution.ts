import type { Attribution, EntityAttribution } from "./options.ts";

/** The headers that every operation with attribution has. */
export function entityHeaders({ entityType, entityCode }: EntityAttribution = {}) {
  return {
    "X-CAP-API-ATTRIBUTION-ENTITY-TYPE": entityType,
    "X-CAP-API-ATTRIBUTION-ENTITY-CODE": entityCode,
  };
}

/** The headers of the customer operations. */
export function attributionHeaders(attribution: Attribution = {}) {
  return {
    ...entityHeaders(attribution),
    "X-CAP-API-ATTRIBUTION-LOOKUP-TYPE": attribution.lookupType,
    "X-CAP-API-ATTRIBUTION-LOOKUP": attribution.lookup,
  };
}
