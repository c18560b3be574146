import type { Uploadable } from "@image-apis/types";
import * as checks from "./arguments.ts";
import type { Breach } from "./breach.ts";
import type {
  Check,
  FileDescription,
  OperationDescription,
  ValueDescription,
} from "./description.ts";
import { mediaTypeOf, sizeOf } from "./file.ts";
import type { CallBody, WireCall } from "./wire-call.ts";

/** The options of a method, by name. */
export type Options = Readonly<Record<string, unknown>>;

/** Values by where they travel and by the names of the wire. */
type Parts = Record<ValueDescription["in"], Record<string, unknown>>;

/**
 * What a call sends, from the options of its method.
 *
 * @throws TypeError RangeError When an option is missing or has the wrong type.
 */
export function describe(operation: OperationDescription, options: Options): WireCall {
  const { parts, breach } = checkedValues(operation.values ?? [], (value) => {
    const { group, name, option = name } = value;
    if (group === undefined) return { argument: option, given: options[option] };
    const members = (options[group] ?? {}) as Options;
    return { argument: `${group}.${option}`, given: members[option] };
  });
  const { path, query, header, body: properties } = parts;
  const { file } = operation;
  const body =
    file === undefined ? jsonBody(operation, properties) : fileBody(file, options, properties);
  const isEmpty =
    file?.when !== undefined &&
    !file.list &&
    body !== undefined &&
    sizeOf(options[file.option] as Uploadable) === 0;
  return {
    path,
    query,
    header,
    body,
    bodyArgument: file?.option,
    breach:
      breach ??
      (isEmpty
        ? { argument: file.option, condition: file.when, complaint: "is empty" }
        : undefined),
  };
}

/**
 * Checks values that are already in the words of the wire: what a call of `raw` has in `params`.
 *
 * @returns The limit they break, if they break one.
 * @throws TypeError RangeError When a value cannot travel as documented, or a part of the path is missing.
 */
export function checkParameters(
  operation: OperationDescription,
  params: Readonly<Record<string, Options | undefined>>,
): Breach | undefined {
  const checkable = (operation.values ?? []).filter((it) => {
    const isGiven = (params[it.in]?.[it.name] ?? undefined) !== undefined;
    return it.in !== "body" && (isGiven || it.in === "path" || it.when !== undefined);
  });
  const { breach } = checkedValues(checkable, ({ in: place, name, list }) => ({
    argument: `params.${place}.${name}`,
    given: params[place]?.[name] ?? (list ? [] : undefined),
  }));
  return breach;
}

/** Checks every value; the first condition that a missing or empty one meets is the breach. */
function checkedValues(
  values: readonly ValueDescription[],
  look: (value: ValueDescription) => { argument: string; given: unknown },
): { parts: Parts; breach: Breach | undefined } {
  const parts: Parts = { path: {}, query: {}, header: {}, body: {} };
  let breach: Breach | undefined;
  for (const value of values) {
    const { in: place, name, required, list, check, when } = value;
    const { argument, given } = look(value);
    if (given === undefined && (!required || (when !== undefined && !list))) {
      if (required) breach ??= { argument, condition: when ?? "", complaint: "is missing" };
      continue;
    }
    // The casts: whatever was given, the checks look at it first.
    parts[place][name] = list
      ? checks.list(argument, given as unknown[], (at, item) => checked(check, at, item))
      : checked(check, argument, given);
    if (list && when !== undefined && (given as unknown[]).length === 0) {
      breach ??= { argument, condition: when, complaint: "is empty" };
    }
  }
  return { parts, breach };
}

function jsonBody({ values = [] }: OperationDescription, properties: object): CallBody | undefined {
  const hasBody = values.some((it) => it.in === "body");
  return hasBody ? { mediaType: "application/json", content: properties } : undefined;
}

function fileBody(
  { option, part, list, required, ...file }: FileDescription,
  options: Options,
  properties: object,
): CallBody | undefined {
  const given = options[option];
  if (given === undefined && !required) {
    const hasMore = Object.values(properties).some((it) => it !== undefined);
    return hasMore
      ? { mediaType: file.mediaType ?? "multipart/form-data", content: properties }
      : undefined;
  }
  // The casts: the checks look at what was given; a media type that is not documented is for the limits to refuse.
  const content = list
    ? checks.list(option, given as Uploadable[], checks.file)
    : checks.file(option, given as Uploadable);
  const mediaType = file.mediaType ?? (options.mediaType as string | undefined);
  if (part !== undefined && /^multipart\//.test(mediaType ?? "")) {
    return { mediaType: mediaType ?? "", content: { ...properties, [part]: content } };
  }
  return { mediaType: mediaType ?? mediaTypeOf(content as Uploadable), content };
}

function checked(check: Check | undefined, argument: string, value: unknown): unknown {
  // The casts: each check refuses what is of another type.
  switch (check) {
    case "int32":
      return checks.int32(argument, value as number);
    case "int64":
      return checks.int64(argument, value as number);
    case "index":
      return checks.index(argument, value as number);
    case "text":
      return checks.text(argument, value as string);
    case "segment":
      return checks.pathSegment(argument, value as string);
    default:
      return value;
  }
}
