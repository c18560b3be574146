import { toPointer } from "@image-apis/spec";
import { toDo } from "@image-apis/spec-tools";
import type { Draft } from "./draft.ts";
import { draftOperation, requestQuestions } from "./operation.ts";
import type { Question } from "./questions.ts";

export interface ApiAnswers {
  name: string;
  title: string;
  server: string;
  page: string;
  method: string;
  path: string;
  id: string;
  summary: string;
}

export const apiQuestions: Question<keyof ApiAnswers>[] = [
  { name: "name", message: "Name of the API, one word in lower case", pattern: /^[a-z][a-z0-9]*$/ },
  { name: "title", message: "Its title" },
  {
    name: "server",
    message: "The address of its server, without a slash at the end",
    pattern: /^https:\/\/[^/\s]+(\/[^/\s]+)*$/,
  },
  {
    name: "page",
    message: "The address of the vendor page that describes it",
    pattern: /^https:\/\/\S+$/,
  },
  ...requestQuestions,
];

/** Drafts an API with one operation: a document, a way to sign in, an inventory and its provenance. */
export function newApi(draft: Draft, answers: ApiAnswers, today: string): string[] {
  const { name, title, server, page, ...operation } = answers;
  const folder = `spec/${name}`;
  const tag = "Images";
  const security = [{ Basic: [] }];
  const key = `${name.toUpperCase()}1`;
  const entry = "request";
  draft.insert("redocly.yaml", ["apis"], { [name]: { root: `${folder}/openapi.yaml` } });
  draft.create(`${folder}/openapi.yaml`, {
    openapi: "3.1.1",
    info: {
      title,
      version: "0.1.0",
      summary: toDo("say what it is for"),
      description: toDo("what a reader must know before the first request"),
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
      contact: {
        name: "image-apis",
        url: "https://image-apis.example",
        email: "contact@image-apis.example",
      },
    },
    servers: [{ url: server, description: toDo("say whose server it is") }],
    tags: [{ name: tag, description: toDo("say what these operations have in common") }],
    "x-tagGroups": [{ name: tag, tags: [tag] }],
    security,
    paths: {
      [operation.path]: {
        $ref: `paths/${operation.path.slice(1).replaceAll("/", "_")}.yaml`,
      },
    },
    components: {
      securitySchemes: { Basic: { $ref: "components/securitySchemes/Basic.yaml" } },
    },
  });
  draft.create(`${folder}/components/securitySchemes/Basic.yaml`, {
    type: "http",
    scheme: "basic",
    description: toDo("say whose name and password it takes"),
  });
  draft.create(`${folder}/sources/${name}.yaml`, {
    key,
    title: toDo("the title of the page"),
    address: page,
    read: today,
    lineCount: 1,
    entries: [
      {
        id: entry,
        lines: 1,
        kind: "operation",
        place: toDo("the heading it stands under"),
        name: `${operation.method.toUpperCase()} ${operation.path}`,
      },
    ],
  });
  draft.create(
    `${folder}/provenance.yaml`,
    {
      statements: [
        {
          kind: "operation",
          at: toPointer(["paths", operation.path, operation.method]),
          source: [`${key}#${entry}`],
          status: "documented",
        },
      ],
      contradictions: [],
      leftOut: [],
    },
    "# Where every statement of openapi.yaml comes from. spec/README.md explains the fields.\n",
  );
  const surroundings = { paths: { [operation.path]: {} }, components: {}, security, servers: [] };
  return [
    `${folder}/openapi.yaml: summary, description, servers, tags`,
    `${folder}/components/securitySchemes/Basic.yaml: how the API signs its callers in`,
    `${folder}/sources/${name}.yaml: how many lines the page has, and every fact of it with its lines`,
    ...draftOperation(draft, name, surroundings, { ...operation, tag, source: key }),
  ];
}
