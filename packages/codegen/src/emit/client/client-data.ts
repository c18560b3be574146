import type { ApiModel } from "../../model/model.ts";
import { errorCodes } from "../types/error-codes.ts";
import { limits } from "../types/limits.ts";
import { routes } from "../types/routes.ts";
import { describeApi } from "./description.ts";

/** What a generated client is made with, as data: a client of an API whose code was never written to a file. */
export function clientData(api: ApiModel): { description: object; document: object } {
  const description = withoutUndefined(describeApi(api));
  return {
    description,
    document: { routes: routes(api), limits: limits(api), errorCodes: errorCodes(api) },
  };
}

function withoutUndefined(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
