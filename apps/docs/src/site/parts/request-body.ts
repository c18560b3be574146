import { bodyLimits, toPointer } from "@image-apis/spec";
import { codeList, type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import { groupBySchema, type MediaTypeGroup } from "../media-types.ts";
import type { OperationView } from "../view.ts";
import { exampleBlock } from "./example-block.ts";
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
  return html`<section aria-labelledby="request-body">
<h2 id="request-body">Request body</h2>
<p data-operation="${operationId}" data-request-body="${body.required ? "required" : "optional"}">${body.required ? "Required." : "Optional."}</p>
${markdown(body.description, view.wordLink)}
${groupBySchema(body.content).map((group) => mediaTypes(view, group))}
</section>`;
}

function mediaTypes(view: OperationView, { schema, members }: MediaTypeGroup): Html {
  const { api, operation, wordLink, evidence } = view;
  const pointerOf = (name: string) =>
    operation.pointer + toPointer(["requestBody", "content", name]);
  const marks = { "data-operation": operation.operationId, "data-request": "body" };
  const names = members.map(([name]) => name);
  return html`<h3>${codeList(names)}</h3>
${evidence(...names.map(pointerOf))}
${
  schema &&
  schemaTree(schema, {
    document: api.document,
    wordLink,
    marks: { ...marks, "data-media-types": names.join(" ") },
    limits: bodyLimits(api.document, { schema }),
    pointer: `${pointerOf(names[0] ?? "")}/schema`,
    evidence,
  })
}
${members.map(([name, media]) =>
  Object.entries(media.examples ?? {}).map(([key, example]) =>
    exampleBlock(
      { ...marks, "data-media-type": name },
      key,
      example,
      wordLink,
      evidence(`${pointerOf(name)}${toPointer(["examples", key])}`),
    ),
  ),
)}`;
}
