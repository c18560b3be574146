import type { SamplePart, SampleRequest } from "../request.ts";

/**
 * What curl is told for a request, option by option, before a shell's quotes: `["--user", "name:password"]`. Every
 * refusal shows its body and fails.
 */
export function curlArguments(request: SampleRequest): string[][] {
  const { url, basic, headers, success } = request;
  return [
    ["--fail-with-body", ...method(request), url],
    ...(basic ? [["--user", `${basic.username}:${basic.password}`]] : []),
    ...headers.map(([name, value]) => ["--header", headerText(name, value)]),
    ...body(request),
    ...(success.kind === "bytes" ? [["--output", success.file]] : []),
  ];
}

/** A body makes POST of a request, which is then not said. */
function method({ method: name, body: sent }: SampleRequest): string[] {
  if (name === "HEAD") return ["--head"];
  const usual = sent === undefined ? "GET" : "POST";
  return name === usual ? [] : ["--request", name];
}

/** curl drops a header whose value is empty, unless it ends with a semicolon. */
function headerText(name: string, value: string): string {
  return value === "" ? `${name};` : `${name}: ${value}`;
}

function body({ body: sent }: SampleRequest): string[][] {
  if (sent === undefined) return [];
  if (sent.kind === "form") return form(sent.parts);
  const header = ["--header", `Content-Type: ${sent.mediaType}`];
  if (sent.kind === "empty") return [header, ["--data-binary", ""]];
  if (sent.kind === "file") return [header, ["--data-binary", `@${sent.file.path}`]];
  const text = sent.kind === "json" ? JSON.stringify(sent.value) : sent.text;
  // As data, a text that begins with @ would be the name of a file.
  return [header, [text.startsWith("@") ? "--data-raw" : "--data-binary", text]];
}

/** curl cannot be told to send a form without a part, so that one is written out. */
function form(parts: readonly SamplePart[]): string[][] {
  if (parts.length > 0) return parts.map(formOption);
  return [
    ["--header", "Content-Type: multipart/form-data; boundary=empty"],
    ["--data-binary", "--empty--"],
  ];
}

function formOption(part: SamplePart): string[] {
  if ("value" in part) return ["--form-string", `${part.name}=${part.value}`];
  const filename = part.filename === part.file.name ? "" : `;filename=${quoted(part.filename)}`;
  return ["--form", `${part.name}=@${quoted(part.file.path)};type=${part.mediaType}${filename}`];
}

/** A word of a form in curl's own quotes, where it would end at one of these without them. */
function quoted(word: string): string {
  if (!/[;,"\\]|^\s|\s$/.test(word)) return word;
  return `"${word.replace(/["\\]/g, "\\$&")}"`;
}
