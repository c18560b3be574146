import {
  demoCredentials,
  type Exchange,
  type Json,
  type Schema,
  securityScheme,
} from "@image-apis/spec";
import type { ApiModel, OperationModel, ParameterModel, PropertyModel } from "../model/model.ts";
import { camelCase } from "../model/names.ts";
import { choosesAccept, choosesMediaType, valuesOf } from "../model/options.ts";
import {
  type ClientCall,
  type ClientCredentials,
  ClientFile,
  type ClientValue,
  type SampleBody,
  type SamplePart,
} from "./request.ts";

type Options = Record<string, ClientValue>;

/** How the client says an exchange; undefined for a body that no option of it takes. */
export function clientCall(
  model: ApiModel,
  operation: OperationModel,
  { request, response }: Exchange,
  body: SampleBody | undefined,
): ClientCall | undefined {
  const files = filesOf(body, response.status >= 400);
  if (body?.kind === "text") return undefined;
  const json = body?.kind === "json" ? body.value : undefined;
  const options: Options = {};
  const misfits: string[] = [];
  const { Accept: accept, ...headers } = request.headers;
  const texts = textsOf(body);
  for (const value of valuesOf(operation)) {
    const sent = sentAs(value, { ...request, headers }, json, texts);
    const said = sent ?? (value.required && value.isList ? [] : undefined);
    if (said !== undefined) put(options, value, said);
    if (!fits(value, said)) misfits.push(value.option);
  }
  const whole = operation.body?.whole;
  if (whole !== undefined && json !== undefined) options[whole.option] = json;
  putFiles(options, operation, files, body);
  if (choosesMediaType(operation) && body !== undefined && body.mediaType !== files[0]?.type) {
    options.mediaType = body.mediaType;
  }
  if (accept !== undefined) {
    // The option has the documented media types as they are; anything else is a header.
    if (choosesAccept(operation) && operation.success.mediaTypes.includes(accept)) {
      options.accept = accept;
    } else options.headers = { Accept: accept };
  }
  return {
    module: `@image-apis/client/${model.api}`,
    maker: `create${model.name}Client`,
    variable: camelCase(model.api),
    method: operation.operationId,
    auth: request.security.map((name) => credentials(model, name)),
    options,
    misfits,
  };
}

/** Whether an option compiles. */
function fits({ required, schema }: ParameterModel | PropertyModel, said: ClientValue): boolean {
  return said === undefined ? !required : isOfType(schema, said);
}

function isOfType({ type, enum: allowed }: Schema, value: ClientValue): boolean {
  if (Array.isArray(allowed)) return allowed.includes(value);
  const types = [type ?? []].flat();
  if (value === null) return types.includes("null");
  const own = { string: ["string"], number: ["number", "integer"], boolean: ["boolean"] };
  const names = Object.entries(own).find(([name]) => name === typeof value)?.[1];
  return names === undefined || types.length === 0 || names.some((it) => types.includes(it));
}

interface SentFile {
  part: string | undefined;
  file: ClientFile;
  /** The media type that the client finds out by itself. */
  type: string | undefined;
}

function filesOf(body: SampleBody | undefined, isRefused: boolean): SentFile[] {
  if (body?.kind === "form") {
    return body.parts.flatMap((part) => ("file" in part ? [fileOfPart(part, isRefused)] : []));
  }
  if (body?.kind === "file") {
    return [{ part: undefined, file: new ClientFile(body.file), type: body.file.mediaType }];
  }
  if (body?.kind === "empty")
    return [{ part: undefined, file: new ClientFile(undefined), type: "" }];
  return [];
}

function fileOfPart(
  { name, file, filename, mediaType }: Extract<SamplePart, { filename: string }>,
  isRefused: boolean,
): SentFile {
  const clientFile = new ClientFile(
    file,
    filename === file.name ? undefined : filename,
    // A file may be refused because its bytes are not what its name says, and the client goes by the bytes.
    isRefused || mediaType !== file.mediaType ? mediaType : undefined,
  );
  return { part: name, file: clientFile, type: mediaType };
}

function textsOf(body: SampleBody | undefined): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  if (body?.kind !== "form") return texts;
  for (const part of body.parts) {
    if ("value" in part) texts[part.name] = [...(texts[part.name] ?? []), part.value];
  }
  return texts;
}

function sentAs(
  value: ParameterModel | PropertyModel,
  request: Pick<Exchange["request"], "path" | "query" | "headers">,
  json: Json | undefined,
  texts: Record<string, string[]>,
): ClientValue {
  const { name, schema, isList } = value;
  if (value.in === "path") return request.path[name];
  if (value.in === "query") return request.query[name];
  if (value.in === "body") {
    const found = texts[name];
    if (found !== undefined) return isList ? found : typed(schema.type, found[0] ?? "");
    return isObject(json) ? json[name] : undefined;
  }
  // Cookies are headers to an exchange, which names them as the document does.
  const header = Object.entries(request.headers).find(
    ([key]) => key.toLowerCase() === name.toLowerCase(),
  );
  return header === undefined ? undefined : typed(schema.type, header[1]);
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text of the wire as the value of an option. */
function typed(type: string | string[] | undefined, text: string): ClientValue {
  const types = [type ?? []].flat();
  if (types.includes("integer") || types.includes("number")) return Number(text);
  return types.includes("boolean") ? text === "true" : text;
}

function put(
  options: Options,
  { option, group }: ParameterModel | PropertyModel,
  value: ClientValue,
) {
  if (group === undefined) options[option] = value;
  else {
    // The cast: nothing but this function makes groups.
    const values = (options[group] ?? {}) as Options;
    options[group] = { ...values, [option]: value };
  }
}

function putFiles(
  options: Options,
  operation: OperationModel,
  sent: readonly SentFile[],
  body: SampleBody | undefined,
): void {
  for (const { option, part, isList, required } of operation.body?.files ?? []) {
    // The one file of an operation may travel as the body itself or as a part.
    const own = sent.filter((it) => it.part === undefined || it.part === part);
    const files = own.map(({ file }) => file);
    if (isList) options[option] = files;
    else if (files[0] !== undefined) options[option] = files[0];
    else if (required && body !== undefined) options[option] = new ClientFile(undefined);
  }
}

function credentials({ document, schemes }: ApiModel, name: string): ClientCredentials {
  const scheme = schemes.find((it) => it.scheme === name);
  if (scheme === undefined)
    throw new Error(`${name} is not among the document's security schemes.`);
  const [value = ""] = Object.values(demoCredentials(securityScheme(document, name)));
  const secret = value.slice(scheme.prefix.length);
  if (scheme.kind !== "basic") return { maker: scheme.maker, argument: secret };
  const [username = "", password = ""] = Buffer.from(secret, "base64").toString("utf8").split(":");
  return {
    maker: scheme.maker,
    argument: { [scheme.username]: username, [scheme.password]: password },
  };
}
