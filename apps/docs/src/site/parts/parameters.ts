import { type Json, type Parameter, resolve, type Schema, toPointer } from "@image-apis/spec";
import { type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import { queryText } from "../query-text.ts";
import type { OperationView } from "../view.ts";
import { constraints, typeName } from "./schema-words.ts";

const places = [
  ["path", "Path parameters"],
  ["query", "Query parameters"],
  ["header", "Header parameters"],
  ["cookie", "Cookie parameters"],
] as const;

/** Every parameter of an operation, by the place it travels in. */
export function parameters(view: OperationView): Html {
  if (view.operation.parameters.length === 0) return [];
  const pointers = parameterPointers(view);
  return html`<section aria-labelledby="parameters">
<h2 id="parameters">Parameters</h2>
${places.map(([place, title]) => {
  const here = view.operation.parameters.filter((parameter) => parameter.in === place);
  return (
    here.length > 0 &&
    html`<h3>${title}</h3>
<ul class="fields">
${here.map((parameter) => field(view, parameter, pointers.get(`${place} ${parameter.name}`) ?? ""))}</ul> `
  );
})}</section>`;
}

/** Where each parameter stands in the document, by place and name. */
function parameterPointers({ api: { document }, operation }: OperationView): Map<string, string> {
  const item = operation.pointer.slice(0, operation.pointer.lastIndexOf("/"));
  const own = document.paths[operation.path]?.[operation.method]?.parameters ?? [];
  const shared = document.paths[operation.path]?.parameters ?? [];
  const nodes = [
    ...shared.map((node, i) => [`${item}/parameters/${i}`, node] as const),
    ...own.map((node, i) => [`${operation.pointer}/parameters/${i}`, node] as const),
  ];
  return new Map(
    nodes.map(([pointer, node]) => {
      const { in: place, name } = resolve<Parameter>(document, node);
      return [`${place} ${name}`, pointer];
    }),
  );
}

function field(view: OperationView, parameter: Parameter, pointer: string): Html {
  const { api, operation, wordLink } = view;
  const schema = resolve<Schema>(api.document, parameter.schema);
  const { name, in: place, required = false } = parameter;
  return html`<li id="parameter-${name}" data-operation="${operation.operationId}" data-parameter="${name}" data-in="${place}" data-required="${String(required)}">
<code class="name">${name}</code> <span class="type">${typeName(api.document, schema)}</span> ${required && html`<span class="required">required</span>`}${view.evidence(pointer)}${view.evidence(`${pointer}/schema`)}
${markdown(parameter.description, wordLink)}
${constraints(api.document, schema)}
${examples(view, parameter, pointer)}</li> `;
}

function examples(view: OperationView, parameter: Parameter, pointer: string): Html {
  const entries = Object.entries(parameter.examples ?? {});
  return html`<ul class="examples">
${entries.map(([key, example]) => {
  const value = JSON.stringify(example.value);
  return html`<li>${example.summary}: <code><data data-operation="${view.operation.operationId}" data-parameter="${parameter.name}" data-in="${parameter.in}" data-example="${key}" value="${value}">${onTheWire(view, parameter, example.value)}</data></code>${view.evidence(pointer + toPointer(["examples", key]))}</li> `;
})}</ul>`;
}

/** A value as it travels. */
function onTheWire({ api, operation }: OperationView, parameter: Parameter, value: Json): string {
  if (parameter.in === "query") return `?${queryText(api, operation, parameter.name, value)}`;
  if (parameter.in === "header") return `${parameter.name}: ${value}`;
  return String(value);
}
