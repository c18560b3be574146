import type { Failure } from "../conditions/failure.ts";
import type { ParameterValues } from "../head/parameters.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";

/** Holds what a request says against the schemas of the document. */
export interface Validator {
  /** The rules that the values of its parameters break, in the order of the documented parameters. */
  parameters(operation: ContractOperation, values: ParameterValues): Promise<readonly Failure[]>;
  /**
   * The rules that a JSON body breaks.
   *
   * @param media the documented media type that it was read as.
   */
  json(
    operation: ContractOperation,
    values: ParameterValues,
    media: string,
    value: unknown,
  ): Promise<readonly Failure[]>;
}
