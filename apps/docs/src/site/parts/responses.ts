import { STATUS_CODES } from "node:http";
import { type Header, type Response, resolve, type Schema, toPointer } from "@image-apis/spec";
import { codeList, type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import { groupBySchema, type MediaTypeGroup } from "../media-types.ts";
import type { OperationView } from "../view.ts";
import { exampleBlock } from "./example-block.ts";
import { row } from "./row.ts";
import { schemaTree } from "./schema-tree.ts";
import { isBinary, typeName } from "./schema-words.ts";
import { xmlForm } from "./xml-form.ts";

/** Every response an operation may give, with every example. */
export function responses(view: OperationView): Html {
  return html`<section aria-labelledby="responses">
<h2 id="responses">Responses</h2>
${Object.entries(view.operation.responses).map(([status, response]) => responseSection(view, status, response))}
</section>`;
}

function responseSection(view: OperationView, status: string, response: Response): Html {
  const { operationId } = view.operation;
  const groups = groupBySchema(response.content ?? {});
  const said = html`<h3 id="response-${status}">${status} ${STATUS_CODES[status]}</h3>
${view.evidence(pointerOf(view, status))}
${markdown(response.description, view.wordLink)}
${headers(view, status, response)}
${groups.length === 0 && html`<p data-operation="${operationId}" data-status="${status}" data-body="none">No body.</p>`}
${groups.map((group) => body(view, status, group))}`;
  return html`<section aria-labelledby="response-${status}" data-operation="${operationId}" data-response="${status}">
${row(said, examples(view, status, groups))}
</section> `;
}

function body(view: OperationView, status: string, { schema, members }: MediaTypeGroup): Html {
  const { api, operation, wordLink } = view;
  const names = members.map(([name]) => name);
  const isFile = schema !== undefined && isBinary(resolve<Schema>(api.document, schema));
  const marks = {
    "data-operation": operation.operationId,
    "data-status": status,
    "data-media-types": names.join(" "),
  };
  return html`<h4>${codeList(names)}</h4>
${view.evidence(...names.map((name) => pointerOf(view, status, "content", name)))}
${
  schema &&
  schemaTree(schema, {
    document: api.document,
    wordLink,
    marks,
    pointer: `${pointerOf(view, status, "content", names[0] ?? "")}/schema`,
    evidence: view.evidence,
  })
}
${isFile && names.map((name) => html`<p data-operation="${operation.operationId}" data-status="${status}" data-media-type="${name}" data-body="binary">The bytes of a file, sent as <code>${name}</code>.</p>`)}`;
}

/** Every example of a body that is text; the first is open. */
function examples(view: OperationView, status: string, groups: readonly MediaTypeGroup[]): Html {
  const all = groups
    .flatMap(({ members }) => members)
    .flatMap(([mediaType, media]) =>
      Object.entries(media.examples ?? {}).map(([key, example]) => ({
        mediaType,
        media,
        key,
        example,
      })),
    );
  return all.flatMap(({ mediaType, media, key, example }, i) => [
    ...exampleBlock(
      {
        "data-operation": view.operation.operationId,
        "data-status": status,
        "data-media-type": mediaType,
      },
      key,
      example,
      view.wordLink,
      view.evidence(pointerOf(view, status, "content", mediaType, "examples", key)),
      i === 0,
    ),
    ...xmlForm(view.api.document, mediaType, media, example),
  ]);
}

function pointerOf({ operation }: OperationView, ...tokens: string[]): string {
  return operation.pointer + toPointer(["responses", ...tokens]);
}

function headers(view: OperationView, status: string, response: Response): Html {
  const { api, operation, wordLink } = view;
  const entries = Object.entries(response.headers ?? {});
  if (entries.length === 0) return [];
  return html`<h4>Headers</h4>
<ul class="fields">
${entries.map(([name, node]) => {
  const header = resolve<Header>(api.document, node);
  const type = typeName(api.document, resolve<Schema>(api.document, header.schema));
  return html`<li data-operation="${operation.operationId}" data-status="${status}" data-header="${name}">
<code class="name">${name}</code> <span class="type">${type}</span>${view.evidence(pointerOf(view, status, "headers", name))}
${markdown(header.description, wordLink)}</li> `;
})}</ul>`;
}
