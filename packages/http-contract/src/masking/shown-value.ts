import { type Parameter, resolve, type Schema } from "@image-apis/spec";
import type { ContractOperation } from "../operations/contract-operation.ts";
import { credentialNames } from "./credential-names.ts";
import { maskedAddress } from "./masked-address.ts";
import { fullyDecoded, isHarmless, isPlain } from "./plain-text.ts";
import type { Withheld } from "./withheld.ts";

/** The documented parameter of a name in a place; names of headers have no case. */
export function documentedParameter(
  served: ContractOperation | undefined,
  place: Parameter["in"],
  name: string,
): Parameter | undefined {
  const isIt = (it: Parameter) =>
    place === "header" ? it.name.toLowerCase() === name.toLowerCase() : it.name === name;
  return served?.operation.parameters.find((it) => it.in === place && isIt(it));
}

/**
 * A value of a documented parameter as it may be shown: not where the parameter is personal or carries credentials,
 * nor where the value is not what the document describes and may be anything.
 *
 * @param sent the value as it stands in the request.
 * @param value what it says.
 */
export function shownValue(
  served: ContractOperation,
  parameter: Parameter,
  sent: string,
  value: string,
  withheld: Withheld,
): string {
  const isSecret = credentialNames(served, parameter.in).includes(parameter.name.toLowerCase());
  if (parameter["x-personal"] === true || isSecret) return withheld.hide(sent, value);
  const fits = valueTest(served, parameter);
  if (fits !== undefined) {
    const isShown = value.split(",").every((it) => fits(it.trim())) || isPlain(value);
    return isShown ? sent : withheld.hide(sent, value);
  }
  const decoded = fullyDecoded(value) ?? "";
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(decoded)) {
    withheld.hide(sent, value);
    return maskedAddress(decoded, withheld);
  }
  return isHarmless(value) ? sent : withheld.hide(sent, value);
}

/** How to tell whether one value is what the schema describes; `undefined` where any text is. */
function valueTest(
  { document }: ContractOperation,
  { schema }: Parameter,
): ((value: string) => boolean) | undefined {
  const own = resolve<Schema>(document, schema);
  const one = own.type === "array" && own.items ? resolve<Schema>(document, own.items) : own;
  if (Array.isArray(one.enum)) {
    const values = one.enum.map(String);
    return (value) => values.includes(value);
  }
  switch (one.type) {
    case "integer":
      return (value) => /^-?\d{1,20}$/.test(value);
    case "number":
      return (value) => /^-?\d{1,20}(?:\.\d{1,20})?$/.test(value);
    case "boolean":
      return (value) => value === "true" || value === "false";
    default:
      return undefined;
  }
}
