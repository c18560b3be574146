import { bodyLimits } from "@image-apis/spec";
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
${markdown(body.description, view.operationLink)}
${groupBySchema(body.content).map((group) => mediaTypes(view, group))}
</section>`;
}

function mediaTypes(view: OperationView, { schema, members }: MediaTypeGroup): Html {
  const { api, operation, operationLink } = view;
  const marks = { "data-operation": operation.operationId, "data-request": "body" };
  const names = members.map(([name]) => name);
  return html`<h3>${codeList(names)}</h3>
${
  schema &&
  schemaTree(schema, {
    document: api.document,
    operationLink,
    marks: { ...marks, "data-media-types": names.join(" ") },
    limits: bodyLimits(api.document, { schema }),
  })
}
${members.map(([name, media]) =>
  Object.entries(media.examples ?? {}).map(([key, example]) =>
    exampleBlock({ ...marks, "data-media-type": name }, key, example, operationLink),
  ),
)}`;
}
