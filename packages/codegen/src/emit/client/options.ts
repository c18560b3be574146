import type {
  ApiModel,
  FileModel,
  OperationModel,
  ParameterModel,
  PropertyModel,
} from "../../model/model.ts";
import { pascalCase } from "../../model/names.ts";
import { choosesAccept, choosesMediaType, valuesOf } from "../../model/options.ts";
import { comment, header, property } from "../text.ts";
import { mediaTypeUnion, statusType, valueType } from "./value-types.ts";

/** `options.ts`: what each method takes. */
export function optionsFile(api: ApiModel): string {
  const text = [
    ...[...groupsOf(api)].map(([group, members]) => groupInterface(api, group, members)),
    ...api.operations.map((operation) => optionsInterface(api, operation)),
  ].join("\n");
  const uses = (name: string) =>
    new RegExp(`\\b${name}\\b`).test(text.replace(/\/\*.*?\*\//gs, ""));
  const aliases = ["Parameters", "Schemas"].filter(uses);
  const types = [
    ...(aliases.length > 0 ? ["components"] : []),
    ...["operations", "Uploadable", "UploadableList"].filter(uses),
  ];
  return `${header(api)}
${types.length > 0 ? `import type { ${types.join(", ")} } from "@image-apis/types/${api.api}";\n` : ""}import type { ${["CallOptions", "UploadOptions"].filter(uses).join(", ")} } from "../../call/caller.ts";
${aliases.map((it) => `\ntype ${it} = components["${it.toLowerCase()}"];\n`).join("")}
${text}`;
}

type Member = { operation: OperationModel; value: ParameterModel | PropertyModel };

/** The members of every group over all operations, each once. */
function groupsOf({ operations }: ApiModel): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const operation of operations) {
    for (const value of valuesOf(operation)) {
      if (value.group === undefined) continue;
      const members = groups.get(value.group) ?? [];
      if (!members.some((it) => it.value.option === value.option))
        members.push({ operation, value });
      groups.set(value.group, members);
    }
  }
  return groups;
}

/** The names of the interfaces of a file, as others import them. */
export function optionsNames(api: ApiModel): string[] {
  return [
    ...[...groupsOf(api).keys()].map(pascalCase),
    ...api.operations.map(({ operationId }) => optionsName(operationId)),
  ];
}

/** The interface with the options of an operation. */
export function optionsName(operationId: string): string {
  return `${pascalCase(operationId)}Options`;
}

function groupInterface(api: ApiModel, group: string, members: readonly Member[]): string {
  const names = members.map(({ value }) => `\`${value.name}\``).join(", ");
  const lines = members.map(({ operation, value }) => valueLine(api, operation, value));
  return `${comment(`Sent as ${names}.`)}export interface ${pascalCase(group)} {\n${lines.join("")}}\n`;
}

function optionsInterface(api: ApiModel, operation: OperationModel): string {
  const { operationId, body } = operation;
  const files = body?.files ?? [];
  const lines = [
    ...valuesOf(operation)
      .filter(({ group }) => group === undefined)
      .map((it) => valueLine(api, operation, it)),
    ...files.map(fileLine),
    ...wholeLine(operation),
    ...mediaTypeLine(operation),
    ...acceptLine(operation),
    ...groupLines(api, operation),
  ];
  const base = files.length > 0 ? "UploadOptions" : "CallOptions";
  const text = comment(`What \`${operationId}\` takes.`);
  return `${text}export interface ${optionsName(operationId)} extends ${base} {\n${lines.join("")}}\n`;
}

function valueLine(
  api: ApiModel,
  operation: OperationModel,
  value: ParameterModel | PropertyModel,
): string {
  const { option, required, text, isDeprecated, check } = value;
  const words = check === "int64" ? `${text} Beyond 2^53 pass a bigint.` : text;
  const tag = isDeprecated ? "\n@deprecated" : "";
  return comment(words + tag, "  ") + property(option, valueType(api, operation, value), required);
}

function fileLine({ option, isList, required, text }: FileModel): string {
  const type = isList ? "UploadableList" : "Uploadable";
  return (
    comment(text || (isList ? "The files." : "The file."), "  ") + property(option, type, required)
  );
}

function wholeLine({ operationId, body }: OperationModel): string[] {
  if (body?.whole === undefined) return [];
  const { option, component, text } = body.whole;
  const mediaType = JSON.stringify(body.contents[0]?.mediaType);
  const type =
    component !== undefined
      ? `Schemas[${JSON.stringify(component)}]`
      : `NonNullable<operations[${JSON.stringify(operationId)}]["requestBody"]>["content"][${mediaType}]`;
  return [comment(text || body.text, "  ") + property(option, type, body.required)];
}

function mediaTypeLine(operation: OperationModel): string[] {
  if (!choosesMediaType(operation)) return [];
  const types = (operation.body?.contents ?? []).map(({ mediaType }) => mediaType);
  const text =
    "The media type of the body: by default the file's own, else what its first bytes say. Where the bytes are another image than declared, they win.";
  return [comment(text, "  ") + property("mediaType", mediaTypeUnion(types), false)];
}

function acceptLine(operation: OperationModel): string[] {
  if (!choosesAccept(operation)) return [];
  const { operationId, success, responses } = operation;
  const status = statusType(success.statuses[0] ?? "");
  const isJson = responses.some(
    ({ isSuccess, contents }) => isSuccess && contents.some(({ kind }) => kind === "json"),
  );
  const text = `The media type of the response, by default ${isJson ? "JSON" : "any documented one"}.`;
  const type = `keyof operations[${JSON.stringify(operationId)}]["responses"][${status}]["content"]`;
  return [comment(text, "  ") + property("accept", type, false)];
}

/** A group is the interface, or the members of it that the operation has. */
function groupLines(api: ApiModel, operation: OperationModel): string[] {
  const values = valuesOf(operation);
  const groups = groupsOf(api);
  return [...new Set(values.flatMap(({ group }) => group ?? []))].map((group) => {
    const own = values.filter((it) => it.group === group);
    const isAll = own.length === groups.get(group)?.length;
    const options = own.map(({ option }) => JSON.stringify(option)).join(" | ");
    const type = isAll ? pascalCase(group) : `Pick<${pascalCase(group)}, ${options}>`;
    return property(
      group,
      type,
      own.some(({ required }) => required),
    );
  });
}
