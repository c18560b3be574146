import { capillaryTidying } from "./capillary.ts";
import { superOfficeTidying } from "./superoffice.ts";
import type { Ask, Tidying } from "./tidying.ts";

/** By API, what makes the tidying of one check. Of an API without one, what it creates stays. */
const tidyings: Readonly<Record<string, (ask: Ask) => Tidying>> = {
  capillary: capillaryTidying,
  superoffice: superOfficeTidying,
};

/** The tidying of one check. */
export function tidyingOf(api: string, ask: Ask): Tidying {
  return tidyings[api]?.(ask) ?? untidy;
}

const untidy: Tidying = {
  before: async () => {},
  after: () => {},
  tidy: async () => [],
};
