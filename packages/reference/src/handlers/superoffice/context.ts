import type { superoffice } from "@image-apis/types";
import type { ReferenceContext } from "../context.ts";
import type { Documented } from "../handler.ts";

export type Operations = superoffice.operations;

/** What the handlers of this API work with. */
export interface SuperofficeContext extends ReferenceContext {
  readonly documented: <Id extends keyof Operations>(id: Id) => Documented<Operations[Id]>;
}
