import type { ApiModel, OperationModel } from "../../model/model.ts";
import { valuesOf } from "../../model/options.ts";
import { header } from "../text.ts";
import { optionsName } from "./options.ts";
import { successType } from "./value-types.ts";

/** `operations.ts`: the methods. Over the keys of `operations`, so that an editor shows the document's words. */
export function operationsFile(api: ApiModel): string {
  const { name, operations } = api;
  const methods = operations.map((operation) => {
    const { operationId } = operation;
    const parameter = `options${needsOptions(operation) ? "" : "?"}: ${optionsName(operationId)}`;
    return `  ${operationId}(${parameter}): Call<"${operationId}", ${successType(operation)}>;\n`;
  });
  const usesSchemas = methods.some((it) => it.includes("Schemas["));
  const options = operations.map(({ operationId }) => `  ${optionsName(operationId)},\n`).sort();
  return `${header(api)}
import type { ${usesSchemas ? "components, " : ""}ErrorCode, operations } from "@image-apis/types/${api.api}";
import type { ApiPromise } from "../../call/api-promise.ts";
import type {
${options.join("")}} from "./options.ts";
${usesSchemas ? `\ntype Schemas = components["schemas"];\n` : ""}
type Call<Id extends keyof operations, Data> = ApiPromise<Data, ErrorCode<Id> & number>;

/** What each operation takes and brings. */
interface Methods {
${methods.join("")}}

/** One method per operation. */
export type ${name}Operations = { [Id in keyof operations]: Methods[Id] };
`;
}

function needsOptions(operation: OperationModel): boolean {
  const { body } = operation;
  return (
    valuesOf(operation).some(({ required }) => required) ||
    (body?.files.some(({ required }) => required) ?? false) ||
    (body?.whole !== undefined && body.required)
  );
}
