import {
  type Exchange,
  type OpenApiDocument,
  type Operation,
  serverUrl,
  wireRequest,
} from "@image-apis/spec";
import type { Api } from "./api.ts";
import { groupBySchema } from "./media-types.ts";

/** The exchanges worth showing: for each form the body can have, the plainest one that succeeds. */
export function chosenExchanges(api: Api, operation: Operation): Exchange[] {
  const forms = new Map<number, Exchange>();
  for (const exchange of api.exchanges) {
    if (exchange.operationId !== operation.operationId) continue;
    if (exchange.response.status >= 300 || exchange.given.length > 0) continue;
    const form = bodyForm(operation, exchange);
    const plainest = forms.get(form);
    if (plainest === undefined || isPlainer(exchange, plainest)) forms.set(form, exchange);
  }
  return [...forms].sort(([a], [b]) => a - b).map(([, exchange]) => exchange);
}

/** Which of the document's bodies an exchange sends, in their order; a request without one comes last. */
function bodyForm({ requestBody }: Operation, { request }: Exchange): number {
  const groups = groupBySchema(requestBody?.content ?? {});
  const mediaType = request.body?.mediaType ?? "";
  const index = groups.findIndex(({ members }) =>
    members.some(([range]) => isWithin(mediaType, range)),
  );
  return index < 0 ? groups.length : index;
}

/** Whether a media type is the one, or of the kind, that the document writes. */
function isWithin(mediaType: string, range: string): boolean {
  return range.endsWith("/*") ? mediaType.startsWith(range.slice(0, -1)) : mediaType === range;
}

function isPlainer(a: Exchange, b: Exchange): boolean {
  return (
    complexity(a) < complexity(b) ||
    (complexity(a) === complexity(b) && a.summary.length < b.summary.length)
  );
}

/** Files and headers beyond the plain request; a conclusion of ours stands behind what a page prints. */
function complexity({ request, status }: Exchange): number {
  const files =
    request.body !== undefined && "parts" in request.body ? request.body.parts.length : 0;
  return (status === "inferred" ? 100 : 0) + Object.keys(request.headers).length + files;
}

/** A request as it travels; the bytes of files are named instead of shown. */
export function httpMessage(
  document: OpenApiDocument,
  operation: Operation,
  exchange: Exchange,
): string {
  const { method, target, headers, body } = wireRequest(document, operation, exchange);
  const server = operation.servers[0];
  const base = new URL(server === undefined ? "https://host.example" : serverUrl(server));
  const prefix = base.pathname === "/" ? "" : base.pathname;
  const lines = [`${method} ${prefix}${target} HTTP/1.1`, `Host: ${base.host}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body?.kind === "form") {
    const boundary = "----boundary";
    lines.push(`Content-Type: multipart/form-data; boundary=${boundary}`, "");
    for (const part of body.parts) {
      const { name, filename, mediaType, bytes } = part;
      const disposition = `Content-Disposition: form-data; name="${name}"`;
      lines.push(`--${boundary}`);
      if (filename === undefined) lines.push(disposition, "", new TextDecoder().decode(bytes));
      else {
        lines.push(
          `${disposition}; filename="${filename}"`,
          `Content-Type: ${mediaType}`,
          "",
          `(the ${bytes.length} bytes of ${filename})`,
        );
      }
    }
    lines.push(`--${boundary}--`);
  } else if (body !== undefined) {
    lines.push(`Content-Type: ${body.mediaType}`, "", bodyText(exchange, body.bytes));
  }
  return lines.join("\n");
}

function bodyText(exchange: Exchange, bytes: Uint8Array): string {
  const { body } = exchange.request;
  if (body !== undefined && "example" in body) {
    return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 2);
  }
  const name = body !== undefined && "fixture" in body ? body.fixture : "the file";
  return `(the ${bytes.length} bytes of ${name})`;
}
