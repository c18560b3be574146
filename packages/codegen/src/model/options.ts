import type { OperationModel, ParameterModel, PropertyModel } from "./model.ts";
import { SupportError } from "./support-error.ts";

/** What every method takes beside the options of its operation. */
const common = ["signal", "headers", "timeouts", "maxRetries", "onProgress"];

/** Parameters and properties of an operation, in the order of its options. */
export function valuesOf({ parameters, body }: OperationModel): (ParameterModel | PropertyModel)[] {
  return [...parameters, ...(body?.properties ?? [])];
}

/** Whether a method has an option for the media type of its body. */
export function choosesMediaType({ body }: OperationModel): boolean {
  return body !== undefined && (body.contents.length > 1 || body.contents.some(isRange));
}

const isRange = ({ mediaType }: { mediaType: string }) => mediaType.endsWith("/*");

/** Whether a method has an option for the media type of its answer. */
export function choosesAccept({ success }: OperationModel): boolean {
  return success.mediaTypes.length > 1;
}

/** The names of all options of a method; a group is one. */
export function optionNames(operation: OperationModel): string[] {
  const { body } = operation;
  const values = valuesOf(operation);
  return [
    ...values.filter(({ group }) => group === undefined).map(({ option }) => option),
    ...new Set(values.flatMap(({ group }) => group ?? [])),
    ...(body?.files ?? []).map(({ option }) => option),
    ...(body?.whole === undefined ? [] : [body.whole.option]),
    ...(choosesMediaType(operation) ? ["mediaType"] : []),
    ...(choosesAccept(operation) ? ["accept"] : []),
  ];
}

/**
 * Refuses options of one name.
 *
 * @throws SupportError With the name.
 */
export function refuseSameOptions(operation: OperationModel): void {
  const { operationId, pointer } = operation;
  const names = [...optionNames(operation), ...common];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return;
  const why = common.includes(twice) ? "which every method has" : "and so is another value";
  const message = `An option of ${operationId} is called ${twice}, ${why}. Give it an x-ms-client-name in client.overlay.yaml.`;
  throw new SupportError(pointer, message);
}
