import {
  type HttpMethod,
  type OpenApiDocument,
  operations,
  type Parameter,
} from "@image-apis/spec";
import type { Bundle } from "@image-apis/spec/generator";
import { toDo } from "@image-apis/spec-tools";
import type { Draft } from "./draft.ts";
import { findBundle } from "./known.ts";
import type { Question } from "./questions.ts";
import { sourceQuestion } from "./source.ts";

export interface OperationAnswers {
  api: string;
  method: string;
  path: string;
  id: string;
  summary: string;
  tag: string;
  source: string;
}

const methods: HttpMethod[] = ["get", "post", "put", "patch", "delete"];

export function operationQuestions(bundles: readonly Bundle[]): Question<keyof OperationAnswers>[] {
  return [
    { name: "api", message: "Of which API?", choices: () => bundles.map(({ api }) => api) },
    ...requestQuestions,
    {
      name: "tag",
      message: "Under which tag?",
      choices: ({ api = "" }) => findBundle(bundles, api).document.tags.map(({ name }) => name),
    },
    sourceQuestion(({ api = "" }) => findBundle(bundles, api)),
  ];
}

/** What a first operation of a new API is asked for as well. */
export const requestQuestions: Question<"method" | "path" | "id" | "summary">[] = [
  { name: "method", message: "Which method?", choices: () => methods },
  {
    name: "path",
    message: "The path, with a slash at the front, parameters in braces and without the server",
    pattern: /^(\/[^/?#\s]+)+$/,
  },
  {
    name: "id",
    message: "The operationId, a verb and a noun in camelCase",
    pattern: /^[a-z][A-Za-z0-9]*$/,
  },
  { name: "summary", message: "What it does, in up to 60 characters", pattern: /^.{1,60}$/ },
];

/** Drafts an operation with its path, its parameters, a response with its example, and an exchange. */
export function newOperation(
  draft: Draft,
  bundles: readonly Bundle[],
  { api, ...answers }: OperationAnswers,
): string[] {
  const { document } = findBundle(bundles, api);
  if (operations(document).some(({ operationId }) => operationId === answers.id)) {
    throw new Error(`${api} has an operation "${answers.id}" already.`);
  }
  return draftOperation(draft, api, document, answers);
}

/** The part of a document that a new operation depends on. */
export type Surroundings = Pick<OpenApiDocument, "paths" | "components" | "security" | "servers">;

export function draftOperation(
  draft: Draft,
  api: string,
  document: Surroundings,
  { method, path, id, summary, tag, source }: Omit<OperationAnswers, "api">,
): string[] {
  const folder = `spec/${api}`;
  const response = `${id[0]?.toUpperCase()}${id.slice(1)}Response`;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) =>
    pathParameter(draft, folder, document, name),
  );
  const operation = {
    operationId: id,
    summary,
    description: `${toDo("say what it does")}\n\n**Limits.** ${toDo("name them, or say that none are published")}\n\n**Traps.** ${toDo("what goes wrong easily")}`,
    tags: [tag],
    security: document.security ?? [],
    ...(parameters.length > 0 && {
      parameters: parameters.map(({ component }) => ({
        $ref: `../components/parameters/${component}.yaml`,
      })),
    }),
    responses: {
      "200": {
        description: toDo("say what comes back, and correct the status and the media type"),
        content: {
          "application/json": {
            schema: { $ref: `../components/schemas/${response}.yaml` },
            examples: { "200-done": { $ref: `../examples/${id}/200-done.yaml` } },
          },
        },
      },
      // How it refuses is a fact of its page: no body and no code of another operation stands here.
      "400": { description: toDo("say when it is refused, with which status and which body") },
    },
  };

  const file = `${folder}/paths/${path.slice(1).replaceAll("/", "_")}.yaml`;
  if (draft.has(file)) draft.insert(file, [], { [method]: operation });
  else {
    draft.create(file, { [method]: operation });
  }
  if (!(path in document.paths)) {
    draft.insert(`${folder}/openapi.yaml`, ["paths"], {
      [path]: { $ref: file.slice(folder.length + 1) },
    });
  }
  draft.create(`${folder}/components/schemas/${response}.yaml`, {
    type: "object",
    description: toDo("say what the response is"),
    required: [],
    additionalProperties: true,
  });
  draft.create(`${folder}/examples/${id}/200-done.yaml`, {
    summary: toDo("what it shows"),
    value: {},
  });
  const exchange = `${folder}/exchanges/${id}/one-request.yaml`;
  draft.create(exchange, {
    summary: toDo("what is sent"),
    source,
    status: "inferred",
    reason: toDo("say why the vendor would respond so, or name the page and its status"),
    ...(parameters.length > 0 && {
      request: { path: Object.fromEntries(parameters.map(({ name, value }) => [name, value])) },
    }),
    response: { status: 200, mediaType: "application/json", example: "200-done" },
  });
  return [
    `${file}: description, parameters, body, responses`,
    `${folder}/components/schemas/${response}.yaml: the properties of the response`,
    `${folder}/examples/${id}/: the examples, one for each refusal of the page among them`,
    `${exchange}: what is sent, the source and its status`,
    `${folder}/refusals/${id}/: requests that are to be refused, one without credentials at the least`,
    `${folder}/exchanges/${id}/: one for every response and every way to sign in, or the reason in spec/${api}/coverage.yaml`,
  ];
}

/** The component of a path's parameter: the one there is, or a new one. */
function pathParameter(draft: Draft, folder: string, document: Surroundings, name: string) {
  const known = Object.entries<Parameter>(document.components.parameters ?? {}).find(
    ([, it]) => it.in === "path" && it.name === name,
  );
  if (known !== undefined) {
    const [component, { examples }] = known;
    return { name, component, value: Object.values(examples ?? {})[0]?.value };
  }
  // The name of a file: `album_id` is AlbumId.
  const component = name.replace(/(?:^|_)([A-Za-z0-9])/g, (_, first: string) =>
    first.toUpperCase(),
  );
  const example = `${component[0]?.toLowerCase()}${component.slice(1)}`;
  draft.create(`${folder}/components/parameters/${component}.yaml`, {
    name,
    in: "path",
    required: true,
    description: toDo("say what it identifies, and correct the type and the example"),
    schema: { type: "string", minLength: 1 },
    examples: { [example]: { $ref: `../../examples/parameters/${example}.yaml` } },
  });
  draft.create(`${folder}/examples/parameters/${example}.yaml`, {
    summary: toDo("what it shows"),
    value: "example",
  });
  return { name, component, value: "example" };
}
