import type { Uploadable } from "@image-apis/types";
import type {
  Check,
  FileDescription,
  OperationDescription,
  ValueDescription,
} from "../documented/description.ts";
import type { CallBody, FileArguments } from "../upload/call-body.ts";
import type { LimitViolation } from "../upload/limit-violation.ts";
import * as checks from "../values/arguments.ts";
import { bytesIn, mediaTypeOf } from "../values/file.ts";

/** The options of a method, by name. */
export type Options = Readonly<Record<string, unknown>>;

/** What one call sends, by the names of the wire. */
export interface WireCall {
  path: object;
  query: object;
  header: object;
  body?: CallBody | undefined;
  /** The option that the body's files come from, for messages; of a form, by part. */
  bodyArgument?: FileArguments | undefined;
  /** A limit broken by something other than a file of the body. */
  violation?: LimitViolation | undefined;
}

/** Values by where they travel and by the names of the wire. */
type Parts = Record<ValueDescription["in"], Record<string, unknown>>;

/**
 * What a call sends, from the options of its method.
 *
 * @throws TypeError RangeError When an option is missing or has the wrong type.
 */
export function describe(operation: OperationDescription, options: Options): WireCall {
  const { parts, violation } = checkedValues(operation.values ?? [], (value) => {
    const { group, name, option = name } = value;
    if (group === undefined) return { argument: option, given: options[option] };
    const members = (options[group] ?? {}) as Options;
    return { argument: `${group}.${option}`, given: members[option] };
  });
  const { path, query, header, cookie, body: properties } = parts;
  const written = bodyOf(operation, options, properties);
  return {
    path,
    query,
    header: { ...header, ...cookieHeader(cookie) },
    ...written,
    violation: violation ?? emptyBody(operation, written),
  };
}

/** The condition that a raw body meets that has to be there and is empty. */
function emptyBody(
  { files = [] }: OperationDescription,
  { body, bodyArgument }: Written,
): LimitViolation | undefined {
  const { option, required, when } = files.find((it) => it.option === bodyArgument) ?? {};
  if (option === undefined || !required || when === undefined) return undefined;
  if (bytesIn(body?.content) > 0) return undefined;
  return { argument: option, condition: when, message: "is empty" };
}

function cookieHeader(cookies: Record<string, unknown>): Record<string, string> {
  const pairs = Object.entries(cookies)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? {} : { Cookie: pairs.join("; ") };
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
): LimitViolation | undefined {
  const checkable = (operation.values ?? []).filter((it) => {
    const isGiven = (params[it.in]?.[it.name] ?? undefined) !== undefined;
    return it.in !== "body" && (isGiven || it.in === "path" || it.when !== undefined);
  });
  const { violation } = checkedValues(checkable, ({ in: place, name, list }) => ({
    argument: `params.${place}.${name}`,
    given: params[place]?.[name] ?? (list ? [] : undefined),
  }));
  return violation;
}

/** Checks every value; the first condition that a missing or empty one meets is the violation. */
function checkedValues(
  values: readonly ValueDescription[],
  look: (value: ValueDescription) => { argument: string; given: unknown },
): { parts: Parts; violation: LimitViolation | undefined } {
  const parts: Parts = { path: {}, query: {}, header: {}, cookie: {}, body: {} };
  let violation: LimitViolation | undefined;
  for (const value of values) {
    const { in: place, name, required, list, check, when, spread } = value;
    const { argument, given } = look(value);
    if (given === undefined && (!required || (when !== undefined && !list))) {
      if (required) violation ??= { argument, condition: when ?? "", message: "is missing" };
      continue;
    }
    // The casts: whatever was given, the checks look at it first.
    const fit = list
      ? checks.list(argument, given as unknown[], (at, item) => checked(check, at, item))
      : checked(check, argument, given);
    if (spread) Object.assign(parts[place], fit);
    else parts[place][name] = joined(value, fit);
    if (list && required && when !== undefined && (given as unknown[]).length === 0) {
      violation ??= { argument, condition: when, message: "is empty" };
    }
  }
  return { parts, violation };
}

/** A list or an object as one text, where that is how it travels. */
function joined({ join }: ValueDescription, value: unknown): unknown {
  if (join === undefined || typeof value !== "object" || value === null) return value;
  return (Array.isArray(value) ? value : Object.entries(value).flat()).join(join);
}

type Written = Pick<WireCall, "body" | "bodyArgument">;

function bodyOf(operation: OperationDescription, options: Options, properties: object): Written {
  const { whole, files = [], values = [], mediaType = "application/json" } = operation;
  if (whole !== undefined) {
    const content = options[whole.option];
    if (content !== undefined) return { body: { mediaType, content } };
    if (whole.required) throw new TypeError(`${whole.option}: pass the body.`);
    return {};
  }
  if (files.length > 0) return filesBody(operation, files, options, properties);
  if (!values.some((it) => it.in === "body")) return {};
  return { body: propertiesBody(mediaType, properties) };
}

function propertiesBody(mediaType: string, properties: object): CallBody {
  if (mediaType !== "application/x-www-form-urlencoded") return { mediaType, content: properties };
  const pairs = Object.entries(properties).flatMap(([name, value]) =>
    [value].flat().map((it): [string, string] => [name, String(it)]),
  );
  const text = String(new URLSearchParams(pairs));
  return { mediaType, content: new Blob([text]), isWritten: true };
}

function filesBody(
  operation: OperationDescription,
  files: readonly FileDescription[],
  options: Options,
  properties: object,
): Written {
  const given = files.filter(({ option, required }) => required || options[option] !== undefined);
  // The casts: the checks look at what was given.
  const contents = given.map(({ option, part, list }) => ({
    option,
    part,
    content: list
      ? checks.list(option, options[option] as Uploadable[], checks.file)
      : checks.file(option, options[option] as Uploadable),
  }));
  const [first] = contents;
  // The cast: a media type that is not documented is for the limits to refuse.
  const asked = operation.mediaType ?? (options.mediaType as string | undefined);
  if (asked !== undefined && /^multipart\//.test(asked)) {
    const hasParts = Object.values(properties).some((it) => it !== undefined);
    if (first === undefined && !hasParts) return {};
    const parts = Object.fromEntries(contents.map(({ part = "", content }) => [part, content]));
    return {
      body: { mediaType: asked, content: { ...properties, ...parts } },
      bodyArgument: Object.fromEntries(files.map(({ part = "", option }) => [part, option])),
    };
  }
  if (first === undefined) return {};
  const { content, option } = first;
  return {
    body: { mediaType: asked ?? mediaTypeOf(content as Uploadable), content },
    bodyArgument: option,
  };
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
