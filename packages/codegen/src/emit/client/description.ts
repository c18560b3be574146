import type {
  ApiModel,
  FileModel,
  OperationModel,
  ParameterModel,
  PropertyModel,
} from "../../model/model.ts";
import { valuesOf } from "../../model/options.ts";
import { literal } from "../literal.ts";
import { header } from "../text.ts";
import { clientServers } from "./servers.ts";

/** `description.ts`: what a client knows of the document while it runs; packages/client has its types. */
export function descriptionFile(api: ApiModel): string {
  return `${header(api)}
import type { operations } from "@image-apis/types/${api.api}";
import type { ApiDescription } from "../../documented/description.ts";

/** What the client knows of the document while it runs. */
export const description = ${literal(describeApi(api))} as const satisfies ApiDescription<keyof operations>;
`;
}

/** The description as data. */
export function describeApi(api: ApiModel): object {
  const { errors, warnings } = api.failure;
  return {
    api: api.api,
    servers: clientServers(api).map(({ url, variables }) => ({
      url,
      variables: Object.fromEntries(
        variables.map((it) => [
          it.name,
          [it.option, it.default, ...(it.isPlaceholder ? [true] : [])],
        ]),
      ),
    })),
    requestIdHeader: api.requestIdHeader,
    failure: { errors, warnings: warnings.length > 0 ? warnings : undefined },
    operations: Object.fromEntries(
      api.operations.map((it) => [it.operationId, describeOperation(api, it)]),
    ),
  };
}

function describeOperation(api: ApiModel, operation: OperationModel): object {
  const { body, isRepeatable, doneStatus, success } = operation;
  const values = valuesOf(operation).map(describeValue);
  const files = (body?.files ?? []).map(describeFile);
  const [content, another] = body?.contents ?? [];
  const server = clientServers(api).indexOf(api.servers[operation.servers[0] ?? 0] as never);
  return {
    server: server > 0 ? server : undefined,
    values: values.length > 0 ? values : undefined,
    files: files.length > 0 ? files : undefined,
    mediaType:
      another === undefined && !content?.mediaType.endsWith("/*") ? content?.mediaType : undefined,
    whole: body?.whole && { option: body.whole.option, required: body.required || undefined },
    repeatable: isRepeatable || undefined,
    doneStatus,
    answer: answers[success.kind],
  };
}

/** What the client is told of a success; an object, bytes and nothing need no word. */
const answers: Partial<Record<OperationModel["success"]["kind"], string>> = {
  integer: "integer",
  value: "value",
  text: "text",
};

function describeValue(value: ParameterModel | PropertyModel): object {
  const { in: place, name, option, group, required, isList, check, when } = value;
  return {
    in: place,
    name,
    option: option === name ? undefined : option,
    group,
    required: required || undefined,
    list: isList || undefined,
    check,
    ...(value.in === "body" ? {} : writing(value)),
    when,
  };
}

const separators: Partial<Record<ParameterModel["style"], string>> = {
  form: ",",
  simple: ",",
  spaceDelimited: " ",
  pipeDelimited: "|",
};

/** How a list or an object is written where that is not the default: repeated, and with brackets. */
function writing({ style, explode, isList, schema }: ParameterModel): object {
  if (isList) return explode ? {} : { join: separators[style] };
  if (schema.properties === undefined || style !== "form") return {};
  return explode ? { spread: true } : { join: "," };
}

function describeFile({ option, part, isList, required, when }: FileModel): object {
  return {
    option,
    part,
    list: isList || undefined,
    required: required || undefined,
    when,
  };
}
