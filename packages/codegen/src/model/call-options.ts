import type { OperationModel, SchemeModel } from "./model.ts";
import { choosesAccept, choosesMediaType, valuesOf } from "./options.ts";

/** What a request says, by the names of the wire. */
export interface WireValues<File> {
  path: object;
  query: object;
  header: object;
  cookie?: object | undefined;
  /** The value of `Accept`, where one is asked for. */
  accept: string | undefined;
  /** The files of the body in order, with their parts; a raw file has the part `""`. */
  files: readonly { part: string; file: File }[];
  /** The media type of the body, where it is not the file's own. */
  mediaType: string | undefined;
  /** The properties of a JSON body or the texts of a form; or a JSON body of another kind. */
  json: unknown;
}

/**
 * The options of a method that send a request. A list that must be sent and is not becomes an empty one; a required
 * raw file becomes what `noFile` makes.
 */
export function callOptions<File>(
  operation: OperationModel,
  wire: WireValues<File>,
  noFile: () => File,
): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  const { body } = operation;
  const { path, query, header, cookie, json } = wire;
  // The cast: each is an object of values by name, or absent.
  const places = { path, query, header, cookie, body: json } as Record<
    string,
    Record<string, unknown> | undefined
  >;
  for (const { in: place, name, option, group, required, isList } of valuesOf(operation)) {
    const value = valueIn(places[place], name, place) ?? (required && isList ? [] : undefined);
    if (group === undefined) options[option] = value;
    else options[group] = { ...(options[group] as object | undefined), [option]: value };
  }
  if (body?.whole !== undefined) options[body.whole.option] = wire.json;
  for (const { option, part, isList, required } of body?.files ?? []) {
    const files = wire.files
      .filter((it) => it.part === part || it.part === "")
      .map((it) => it.file);
    options[option] = isList ? files : (files[0] ?? (required ? noFile() : undefined));
  }
  if (choosesMediaType(operation)) options.mediaType = wire.mediaType;
  if (wire.accept !== undefined) {
    // The option takes the documented media types as they are; anything else is a header.
    if (choosesAccept(operation) && operation.success.mediaTypes.includes(wire.accept)) {
      options.accept = wire.accept;
    } else options.headers = { Accept: wire.accept };
  }
  return options;
}

/** A value of a place; the names of headers have no case. */
function valueIn(
  values: Record<string, unknown> | undefined,
  name: string,
  place: string,
): unknown {
  const isSame = (it: string) =>
    place === "header" ? it.toLowerCase() === name.toLowerCase() : it === name;
  return Object.entries(values ?? {}).find(([it]) => isSame(it))?.[1];
}

/** What the function of a scheme is passed: the secret, or the two of HTTP Basic, `user:password`. */
export function credentialArgument(
  { kind, username, password }: SchemeModel,
  secret: string,
): string | Record<string, string> {
  if (kind !== "basic") return secret;
  const colon = secret.indexOf(":");
  return { [username]: secret.slice(0, colon), [password]: secret.slice(colon + 1) };
}
