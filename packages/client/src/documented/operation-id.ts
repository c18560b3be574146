import type { capillary, superoffice } from "@image-apis/types";

type Operations = capillary.operations & superoffice.operations;

/** The name of a documented operation, of either vendor. */
export type OperationId = keyof Operations;
