import { type FailureWords, failureTest } from "../failure.ts";
import type { SampleBody, SamplePart, SampleRequest } from "../request.ts";
import { lines, literal } from "../text.ts";
import { propertyCode, typescriptCode } from "./typescript-code.ts";

/** Plain `fetch`, for Node 22 and later. */
export function fetchProgram(request: SampleRequest): string {
  const { url, method, body, isListed, success } = request;
  const headers = headersOf(request);
  const isLong = url.length > 62;
  const address = isLong ? "url" : literal(url);
  return lines(
    imports(request),
    body?.kind === "form" && [
      "const form = new FormData();",
      body.parts.map(appended),
      "",
      "// fetch writes the Content-Type with the form's boundary: set none yourself.",
    ],
    isListed && "// To send a list, repeat the parameter.",
    isLong && `const url = ${literal(url)};`,
    method === "GET" && headers.length === 0
      ? `const response = await fetch(${address});`
      : [
          `const response = await fetch(${address}, {`,
          method !== "GET" && `  method: ${literal(method)},`,
          headers.length === 1 && `  headers: { ${headers[0]} },`,
          headers.length > 1 && ["  headers: {", headers.map((it) => `    ${it},`), "  },"],
          body && `  body: ${bodyOf(body)},`,
          "});",
        ],
    success.kind === "bytes" || success.kind === "none"
      ? `if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);`
      : [
          "const text = await response.text();",
          `if (!response.ok) throw new Error(\`\${response.status} \${text}\`);`,
        ],
    success.kind === "bytes" &&
      `await writeFile(${literal(success.file)}, await response.bytes());`,
    success.kind === "none" && "console.log(response.status);",
    failed(request),
    (success.kind === "json" || success.kind === "text") && "console.log(text);",
  );
}

function imports({ body, success }: SampleRequest): string[] {
  const reads =
    body?.kind === "file" || (body?.kind === "form" && body.parts.some((it) => "file" in it));
  const names = [
    ...(reads ? ["readFile"] : []),
    ...(success.kind === "bytes" ? ["writeFile"] : []),
  ];
  return names.length === 0 ? [] : [`import { ${names.join(", ")} } from "node:fs/promises";`, ""];
}

function appended(part: SamplePart): string[] {
  const name = literal(part.name);
  if ("file" in part) {
    const { file, filename, mediaType } = part;
    const bytes = `[await readFile(${literal(file.path)})]`;
    const made = `new File(${bytes}, ${literal(filename)}, { type: ${literal(mediaType)} })`;
    const line = `form.append(${name}, ${made});`;
    return line.length <= 100 ? [line] : ["form.append(", `  ${name},`, `  ${made},`, ");"];
  }
  return [`form.append(${name}, ${literal(part.value)});`];
}

function headersOf({ basic, headers, body }: SampleRequest): string[] {
  const pairs = headers.map(([name, value]) => `${propertyCode(name)}: ${literal(value)}`);
  const type =
    body === undefined || body.kind === "form"
      ? []
      : [`"Content-Type": ${literal(body.mediaType)}`];
  if (basic === undefined) return [...pairs, ...type];
  const words = literal(`${basic.username}:${basic.password}`);
  return [
    `Authorization: \`Basic \${Buffer.from(${words}).toString("base64")}\``,
    ...pairs,
    ...type,
  ];
}

function bodyOf(body: SampleBody): string {
  if (body.kind === "form") return "form";
  if (body.kind === "file") return `await readFile(${literal(body.file.path)})`;
  if (body.kind === "empty") return "new Uint8Array()";
  if (body.kind === "json") return `JSON.stringify(${typescriptCode(body.value, 1)})`;
  return literal(body.text);
}

function failed({ failures, success }: SampleRequest): string[] {
  if (failures.length === 0 || success.kind !== "json") return [];
  const tests = failureTest(failures, words);
  return [
    "// A success status can still hide a failure.",
    "const body = JSON.parse(text);",
    ...(tests.length === 1
      ? [`if (${tests[0]}) throw new Error(text);`]
      : [
          "if (",
          ...tests.map((it, i) => `  ${it}${i < tests.length - 1 ? " ||" : ""}`),
          ") {",
          "  throw new Error(text);",
          "}",
        ]),
  ];
}

const words: FailureWords = {
  property: (of, name) =>
    /^[A-Za-z_$][\w$]*$/.test(name) ? `${of}?.${name}` : `${of}?.[${literal(name)}]`,
  // The types are those of JSON.parse.
  some: (of, test) =>
    test === "it" ? `${of}?.length > 0` : `${of}?.some((it: typeof body) => ${test})`,
  equals: (of, text) => `String(${of}).toLowerCase() === ${literal(text.toLowerCase())}`,
  isThere: (of) => of,
  and: " && ",
  or: " || ",
};
