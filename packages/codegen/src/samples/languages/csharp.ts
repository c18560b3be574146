import { type FailureWords, failureTest } from "../failure.ts";
import type { SampleBody, SamplePart, SampleRequest } from "../request.ts";
import { lines, literal, variableNames } from "../text.ts";

/** C# with `HttpClient`, as the whole of a `Program.cs` for .NET 8 and later. */
export function csharp(request: SampleRequest): string {
  const { url, method, basic, headers, body, isListed, success } = request;
  const looksInside = failed(request);
  return lines(
    (basic || hasTyped(body)) && "using System.Net.Http.Headers;",
    (basic || body?.kind === "text" || body?.kind === "json") && "using System.Text;",
    looksInside.length > 0 && "using System.Text.Json.Nodes;",
    (basic || body !== undefined || looksInside.length > 0) && "",
    // Otherwise HttpClient keeps cookies itself, and sends no header of that name.
    headers.some(([name]) => name.toLowerCase() === "cookie")
      ? "using var http = new HttpClient(new HttpClientHandler { UseCookies = false });"
      : "using var http = new HttpClient();",
    isListed && "// To send a list, repeat the parameter.",
    "using var request = new HttpRequestMessage(",
    `    ${httpMethod(method)},`,
    `    ${literal(url)});`,
    basic && [
      `var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(${literal(`${basic.username}:${basic.password}`)}));`,
      'request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);',
    ],
    headers.filter(([name]) => !isOfContent(name)).map((it) => added("request.Headers", it)),
    body && content(body),
    headers.filter(([name]) => isOfContent(name)).map((it) => added("request.Content.Headers", it)),
    "",
    "using var response = await http.SendAsync(request);",
    success.kind !== "bytes" && "var text = await response.Content.ReadAsStringAsync();",
    "if (!response.IsSuccessStatusCode)",
    "{",
    success.kind === "bytes" && "    var text = await response.Content.ReadAsStringAsync();",
    '    Console.Error.WriteLine($"{(int)response.StatusCode} {text}");',
    "    return 1;",
    "}",
    looksInside,
    success.kind === "bytes" &&
      `await File.WriteAllBytesAsync(${literal(success.file)}, await response.Content.ReadAsByteArrayAsync());`,
    success.kind === "none" && "Console.WriteLine((int)response.StatusCode);",
    (success.kind === "json" || success.kind === "text") && "Console.WriteLine(text);",
    "return 0;",
  );
}

/** Whether a header describes a body, which is where HttpClient keeps it then. */
function isOfContent(name: string): boolean {
  return /^(content-.*|allow|expires|last-modified)$/i.test(name);
}

function added(place: string, [name, value]: readonly [string, string]): string {
  return `${place}.TryAddWithoutValidation(${literal(name)}, ${literal(value)});`;
}

function httpMethod(method: string): string {
  return `HttpMethod.${method.slice(0, 1)}${method.slice(1).toLowerCase()}`;
}

/** Whether a part or the body has a type that is set as a header. */
function hasTyped(body: SampleBody | undefined): boolean {
  if (body?.kind !== "form") return body !== undefined;
  return body.parts.length === 0 || body.parts.some((part) => "file" in part);
}

function content(body: SampleBody): string[] {
  if (body.kind === "form" && body.parts.length > 0) {
    const variables = variableNames(
      body.parts.map((part) => ("file" in part ? part.file.name : part.name)),
    );
    return [
      "using var form = new MultipartFormDataContent();",
      ...body.parts.flatMap((part, i) => addedPart(part, `${variables[i]}Part`)),
      "request.Content = form;",
    ];
  }
  const type =
    body.kind === "form"
      ? 'MediaTypeHeaderValue.Parse("multipart/form-data; boundary=empty")'
      : `MediaTypeHeaderValue.Parse(${literal(body.mediaType)})`;
  return [
    ...(body.kind === "form" ? ["// A form without a part, written out."] : []),
    `request.Content = new ByteArrayContent(${bytesOf(body)});`,
    `request.Content.Headers.ContentType = ${type};`,
  ];
}

function bytesOf(body: SampleBody): string {
  if (body.kind === "form") return '"--empty--"u8.ToArray()';
  if (body.kind === "empty") return "[]";
  if (body.kind === "json") return `Encoding.UTF8.GetBytes(${raw(JSON.stringify(body.value))})`;
  if (body.kind === "text") return `Encoding.UTF8.GetBytes(${literal(body.text)})`;
  return `await File.ReadAllBytesAsync(${literal(body.file.path)})`;
}

/** JSON between three quotes, of which it never has so many itself, where it does not begin with one. */
function raw(json: string): string {
  return json.startsWith('"') ? literal(json) : `"""${json}"""`;
}

function addedPart(part: SamplePart, variable: string): string[] {
  if ("value" in part) {
    return [
      `var ${variable} = new StringContent(${literal(part.value)});`,
      `${variable}.Headers.ContentType = null;`,
      `form.Add(${variable}, ${literal(part.name)});`,
    ];
  }
  return [
    `var ${variable} = new ByteArrayContent(await File.ReadAllBytesAsync(${literal(part.file.path)}));`,
    `${variable}.Headers.ContentType = MediaTypeHeaderValue.Parse(${literal(part.mediaType)});`,
    `form.Add(${variable}, ${literal(part.name)}, ${literal(part.filename)});`,
  ];
}

function failed({ failures, success }: SampleRequest): string[] {
  if (failures.length === 0 || success.kind !== "json") return [];
  const tests = failureTest(failures, words);
  return [
    "// A success status can still hide a failure.",
    "var body = JsonNode.Parse(text);",
    `if (${tests.join("\n    || ")})`,
    "{",
    "    Console.Error.WriteLine(text);",
    "    return 1;",
    "}",
  ];
}

const words: FailureWords = {
  property: (of, name) => `${of}?[${literal(name)}]`,
  some: (of, test) =>
    test === "it is not null"
      ? `${of} is JsonArray { Count: > 0 }`
      : `(${of} as JsonArray)?.Any(it => ${test}) == true`,
  equals: (of, text) => `${of}?.ToString().ToLowerInvariant() == ${literal(text.toLowerCase())}`,
  isThere: (of) => `${of} is not null`,
  and: " && ",
  or: " || ",
};
