import {
  applyOverlay,
  type Evidence,
  type Exchange,
  type OpenApiDocument,
  type Operation,
  type Overlay,
  operations,
  type Refusal,
  resolve,
} from "@image-apis/spec";
import { bodyModel } from "./bodies.ts";
import type { ApiModel, OperationModel } from "./model.ts";
import { camelCase, pascalCase } from "./names.ts";
import { refuseSameOptions } from "./options.ts";
import { parameterModel } from "./parameters.ts";
import { codeModels, responseModels, successModel } from "./responses.ts";
import { schemeModels } from "./schemes.ts";
import { serverList } from "./servers.ts";
import { SupportError } from "./support-error.ts";

/** What a model is made of. */
export interface ApiSources {
  api: string;
  document: OpenApiDocument;
  overlay?: Overlay | undefined;
  evidence?: Evidence;
  exchanges?: readonly Exchange[];
  refusals?: readonly Refusal[];
}

/**
 * Makes the model of an API.
 *
 * @throws SupportError For something of the document that code cannot be generated for.
 * @throws Error When a target of the overlay names nothing.
 */
export function buildModel(sources: ApiSources): ApiModel {
  try {
    return modelOf(sources);
  } catch (error) {
    if (error instanceof SupportError) error.api = sources.api;
    throw error;
  }
}

function modelOf({
  api,
  overlay,
  evidence,
  exchanges = [],
  refusals = [],
  ...source
}: ApiSources): ApiModel {
  const document = overlay === undefined ? source.document : applyOverlay(source.document, overlay);
  const { servers, indexOf } = serverList();
  const models = operations(document).map((operation) => {
    const model = {
      ...operationModel(document, operation),
      servers: operation.servers.map(indexOf),
      pages: evidence === undefined ? [] : pagesOf(evidence, operation.pointer),
      exchanges: exchanges.filter((it) => it.operationId === operation.operationId),
      refusals: refusals.filter((it) => it.operationId === operation.operationId),
    };
    refuseSameOptions(model);
    return model;
  });
  refuseSameIds(models);
  const { errors = [], warnings = [] } = document["x-failure"] ?? {};
  return {
    api,
    name: document.info["x-ms-client-name"] ?? pascalCase(camelCase(api)),
    title: document.info.title,
    version: document.info.version,
    document,
    servers,
    schemes: schemeModels(document, models),
    failure: { errors, warnings },
    requestIdHeader: requestIdHeader(document),
    operations: models,
  };
}

function operationModel(
  document: OpenApiDocument,
  operation: Operation,
): Omit<OperationModel, "servers" | "pages" | "exchanges" | "refusals"> {
  const { operationId, method, path, pointer, summary, description, tags, security } = operation;
  const item = document.paths[path];
  const written = item?.[method];
  if (written === undefined) throw new Error(`${pointer} is not an operation.`);
  const nodes = [...(item?.parameters ?? []), ...(written.parameters ?? [])];
  const body = bodyModel(document, operation, written);
  const responses = responseModels(document, operation);
  const conditions = new Set(
    responses.flatMap(({ contents }) =>
      contents.flatMap(({ examples }) => examples.flatMap(({ when }) => when)),
    ),
  );
  /** A condition of which the operation shows no answer is an argument error. */
  const known = <Value extends { when: string | undefined }>(value: Value): Value =>
    value.when !== undefined && conditions.has(value.when) ? value : { ...value, when: undefined };
  const isRepeatable =
    written["x-fern-idempotent"] ?? /^(get|head|put|delete|options)$/.test(method);
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    pointer,
    summary,
    description,
    tags,
    isDeprecated: written.deprecated === true,
    security: security.map((alternative) => Object.keys(alternative)),
    parameters: nodes
      .map((node) =>
        parameterModel(document, node, resolve(document, node), `${pointer}/parameters`),
      )
      .map(known),
    body: body && {
      ...body,
      files: body.files.map(known),
      properties: body.properties.map(known),
    },
    responses,
    success: successModel(operation, responses),
    codes: codeModels(operation, responses),
    isRepeatable,
    doneStatus:
      method === "delete" && isRepeatable && "404" in operation.responses ? 404 : undefined,
  };
}

/** The pages that state an operation, each once. */
function pagesOf({ inventories, provenance }: Evidence, pointer: string): string[] {
  const statement = provenance.statements.find(
    ({ kind, at }) => kind === "operation" && at.includes(pointer),
  );
  const keys = (statement?.source ?? []).map((it) => it.split("#", 1)[0]);
  const pages = inventories.filter(({ key }) => keys.includes(key));
  return [...new Set(pages.map(({ address }) => address))];
}

/** A method can have a name once. */
function refuseSameIds(models: readonly OperationModel[]): void {
  const known = new Map<string, string>();
  for (const { operationId, pointer } of models) {
    const other = known.get(operationId);
    if (other !== undefined) {
      const message = `Two operations are called ${operationId}. Give one another operationId.`;
      throw new SupportError(pointer, message);
    }
    known.set(operationId, pointer);
  }
}

function requestIdHeader(document: OpenApiDocument): string | undefined {
  for (const { responses } of operations(document)) {
    for (const { headers = {} } of Object.values(responses)) {
      for (const [name, header] of Object.entries(headers)) {
        if (resolve(document, header)["x-request-id"] === true) return name;
      }
    }
  }
  return undefined;
}
