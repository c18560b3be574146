import {
  type Example,
  type MediaType,
  type OpenApiDocument,
  resolve,
  type Schema,
} from "@image-apis/spec";
import { type Html, html } from "../html.ts";

/** The XML in which an example's plain value travels, for a media type that is XML. */
export function xmlForm(
  document: OpenApiDocument,
  mediaType: string,
  media: MediaType,
  example: Example,
): Html {
  if (!/[/+]xml$/.test(mediaType) || media.schema === undefined) return [];
  const { xml } = resolve<Schema>(document, media.schema);
  // The loader's Schema leaves keywords it does not use itself untyped.
  const name = (xml as { name?: string } | undefined)?.name;
  if (name === undefined || typeof example.value === "object") return [];
  return html`<p>As XML:</p>
<pre data-language="xml">${`<${name}>${example.value}</${name}>`}</pre>`;
}
