import { bodyLimits, toPointer } from "@image-apis/spec";
import { codeList, type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import { groupBySchema, type MediaTypeGroup } from "../media-types.ts";
import type { OperationView } from "../view.ts";
import { exampleBlock } from "./example-block.ts";
import { row } from "./row.ts";
import { schemaTree } from "./schema-tree.ts";

/** The body an operation takes, by media type: parts or bytes, limits, examples. */
export function requestBody(view: OperationView): Html {
  const { operationId, requestBody: body } = view.operation;
  if (body === undefined) {
    return html`<section aria-labelledby="request-body">
<h2 id="request-body">Request body</h2>
<p data-operation="${operationId}" data-request-body="none">None.</p>
</section>`;
  }
  const groups = groupBySchema(body.content);
  const said = html`<h2 id="request-body">Request body</h2>
<p data-operation="${operationId}" data-request-body="${body.required ? "required" : "optional"}">${body.required ? "Required." : "Optional."}</p>
${markdown(body.description, view.wordLink)}
${groups.map((group) => mediaTypes(view, group))}`;
  return html`<section aria-labelledby="request-body">
${row(said, examples(view, groups))}
</section>`;
}

function mediaTypes(view: OperationView, { schema, members }: MediaTypeGroup): Html {
  const { api, wordLink, evidence } = view;
  const pointerOf = (name: string) => pointer(view, name);
  const names = members.map(([name]) => name);
  return html`<h3>${codeList(names)}</h3>
${evidence(...names.map(pointerOf))}
${
  schema &&
  schemaTree(schema, {
    document: api.document,
    wordLink,
    marks: { ...marksOf(view), "data-media-types": names.join(" ") },
    limits: bodyLimits(api.document, { schema }),
    pointer: `${pointerOf(names[0] ?? "")}/schema`,
    evidence,
  })
}`;
}

/** Every example of a body that is text; the first is open. */
function examples(view: OperationView, groups: readonly MediaTypeGroup[]): Html {
  const all = groups
    .flatMap(({ members }) => members)
    .flatMap(([name, media]) =>
      Object.entries(media.examples ?? {}).map(([key, example]) => ({ name, key, example })),
    );
  return all.flatMap(({ name, key, example }, i) =>
    exampleBlock(
      { ...marksOf(view), "data-media-type": name },
      key,
      example,
      view.wordLink,
      view.evidence(pointer(view, name) + toPointer(["examples", key])),
      i === 0,
    ),
  );
}

function marksOf({ operation }: OperationView) {
  return { "data-operation": operation.operationId, "data-request": "body" };
}

function pointer({ operation }: OperationView, mediaType: string): string {
  return operation.pointer + toPointer(["requestBody", "content", mediaType]);
}
