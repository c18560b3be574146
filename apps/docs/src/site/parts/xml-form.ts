import { writeXml, xmlName } from "@image-apis/http-contract";
import type { Example, MediaType, OpenApiDocument } from "@image-apis/spec";
import { type Html, html } from "../html.ts";

/** The XML in which an example's plain value travels, for a media type that is XML. */
export function xmlForm(
  document: OpenApiDocument,
  mediaType: string,
  media: MediaType,
  example: Example,
): Html {
  const name = xmlName(document, media, mediaType);
  if (name === undefined || typeof example.value === "object") return [];
  return html`<p>As XML:</p>
<pre data-language="xml">${writeXml({ name, text: String(example.value) })}</pre>`;
}
