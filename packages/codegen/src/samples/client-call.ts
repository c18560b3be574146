import {
  demoCredentials,
  demoSecret,
  type Exchange,
  isFilePart,
  type Json,
  type Schema,
  securityScheme,
} from "@image-apis/spec";
import { callOptions, credentialArgument } from "../model/call-options.ts";
import type { ApiModel, OperationModel, ValueModel } from "../model/model.ts";
import { camelCase } from "../model/names.ts";
import { valuesOf } from "../model/options.ts";
import {
  type ClientCall,
  type ClientCredentials,
  ClientFile,
  type ClientValue,
  type SampleBody,
} from "./request.ts";

type Options = Readonly<Record<string, ClientValue>>;

/** How the client says an exchange; undefined for a body that no option of it takes. */
export function clientCall(
  model: ApiModel,
  operation: OperationModel,
  exchange: Exchange,
  body: SampleBody | undefined,
): ClientCall | undefined {
  const { path, query, headers, cookies, security, body: said } = exchange.request;
  const { Accept: accept, ...header } = headers;
  const files = filesOf(body, exchange.response.status >= 400);
  const json = valuesIn(operation, said);
  if (body?.kind === "text" && (typeof json !== "object" || json === null)) return undefined;
  const wire = {
    path,
    query,
    header: typedHeaders(operation, header),
    cookie: cookies,
    accept,
    files,
    mediaType: body?.mediaType === files[0]?.type ? undefined : body?.mediaType,
    json,
  };
  // The cast: the options are values of the wire, which are JSON, and files.
  const options = callOptions(operation, wire, () => new ClientFile(undefined)) as Options;
  return {
    module: `@image-apis/client/${model.api}`,
    maker: `create${model.name}Client`,
    variable: camelCase(model.api),
    method: operation.operationId,
    placeholders: placeholders(model, operation),
    auth: security.map((name) => credentials(model, name)),
    options,
    misfits: valuesOf(operation)
      .filter((value) => !fits(value, options))
      .map(({ option }) => option),
  };
}

function placeholders({ servers }: ApiModel, operation: OperationModel): string[] {
  const variables = servers[operation.servers[0] ?? 0]?.variables ?? [];
  return variables.flatMap(({ isPlaceholder, option }) => (isPlaceholder ? [option] : []));
}

interface SentFile {
  part: string;
  file: ClientFile;
  /** The media type that the client finds out by itself. */
  type: string;
}

function filesOf(body: SampleBody | undefined, isRefused: boolean): SentFile[] {
  if (body?.kind === "file") {
    return [{ part: "", file: new ClientFile(body.file), type: body.file.mediaType }];
  }
  if (body?.kind === "empty") return [{ part: "", file: new ClientFile(undefined), type: "" }];
  if (body?.kind !== "form") return [];
  return body.parts.flatMap((part) => {
    if ("value" in part) return [];
    const { name, file, filename, mediaType } = part;
    const clientFile = new ClientFile(
      file,
      filename === file.name ? undefined : filename,
      // A file may be refused because its bytes are not what its name says, and the client goes by the bytes.
      isRefused || mediaType !== file.mediaType ? mediaType : undefined,
    );
    return [{ part: name, file: clientFile, type: mediaType }];
  });
}

/** The value of a documented example, or the texts of a form; those of one part are a list. */
function valuesIn({ body }: OperationModel, said: Exchange["request"]["body"]): Json | undefined {
  if (said === undefined) return undefined;
  if ("example" in said) {
    const content = body?.contents.find(({ mediaType }) => mediaType === said.mediaType);
    return content?.examples.find(({ key }) => key === said.example)?.value;
  }
  if (!("parts" in said)) return undefined;
  const texts = Map.groupBy(
    said.parts.flatMap((part) => (isFilePart(part) ? [] : [part])),
    ({ name }) => name,
  );
  return Object.fromEntries(
    [...texts].map(([name, parts]) => {
      const values = parts.map(({ value }) => value);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** Headers are texts to an exchange, and numbers or flags to the client where the document says so. */
function typedHeaders(
  { parameters }: OperationModel,
  headers: Readonly<Record<string, string>>,
): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, text]) => {
      const parameter = parameters.find(
        (it) => it.in === "header" && it.name.toLowerCase() === name.toLowerCase(),
      );
      const types = [parameter?.schema.type ?? "string"].flat();
      if (types.includes("integer") || types.includes("number")) return [name, Number(text)];
      return [name, types.includes("boolean") ? text === "true" : text];
    }),
  );
}

/** Whether an option compiles. */
function fits({ option, group, required, schema }: ValueModel, options: Options): boolean {
  // The cast: a group is an object of options.
  const place = group === undefined ? options : (options[group] as Options | undefined);
  const said = place?.[option];
  return said === undefined ? !required : isOfType(schema, said);
}

function isOfType({ type, enum: allowed }: Schema, value: ClientValue): boolean {
  if (Array.isArray(allowed)) return allowed.includes(value);
  const types = [type ?? []].flat();
  if (value === null) return types.includes("null");
  const names = typeNames[typeof value];
  return names === undefined || types.length === 0 || names.some((it) => types.includes(it));
}

/** The types of JSON Schema that a value of JavaScript may be. */
const typeNames: Readonly<Record<string, readonly string[]>> = {
  string: ["string"],
  number: ["number", "integer"],
  boolean: ["boolean"],
};

function credentials({ document, schemes }: ApiModel, name: string): ClientCredentials {
  const scheme = schemes.find((it) => it.scheme === name);
  if (scheme === undefined) throw new Error(`The document has no security scheme "${name}".`);
  const { Authorization: header = "" } = demoCredentials(securityScheme(document, name));
  const secret =
    scheme.kind === "basic"
      ? Buffer.from(header.slice(scheme.prefix.length), "base64").toString("utf8")
      : demoSecret;
  return { maker: scheme.maker, argument: credentialArgument(scheme, secret) };
}
