import type { Json } from "@image-apis/spec";
import { type FailureWords, failureTest } from "../failure.ts";
import type { SampleBody, SamplePart, SampleRequest } from "../request.ts";
import { lines, literal } from "../text.ts";

/** Python 3 with `requests`. */
export function python(request: SampleRequest): string {
  const { url, method, basic, body, isListed, success } = request;
  const headers = headersOf(request);
  return lines(
    "import requests",
    "",
    body?.kind === "form" &&
      body.parts.length === 0 &&
      "# requests sends no form without a part, so this one is written out.",
    isListed && "# To send a list, repeat the parameter.",
    `response = requests.${method.toLowerCase()}(`,
    `    ${literal(url)},`,
    basic && `    auth=(${literal(basic.username)}, ${literal(basic.password)}),`,
    headers.length === 1 && `    headers={${headers[0]}},`,
    headers.length > 1 && ["    headers={", headers.map((it) => `        ${it},`), "    },"],
    body && sent(body),
    ")",
    "if not response.ok:",
    '    raise SystemExit(f"{response.status_code} {response.text}")',
    failed(request),
    success.kind === "bytes" && [
      `with open(${literal(success.file)}, "wb") as file:`,
      "    file.write(response.content)",
    ],
    success.kind === "none" && "print(response.status_code)",
    (success.kind === "json" || success.kind === "text") && "print(response.text)",
  );
}

function headersOf({ headers, body }: SampleRequest): string[] {
  const pairs = headers.map(([name, value]) => `${literal(name)}: ${literal(value)}`);
  if (body === undefined) return pairs;
  if (body.kind === "json" && body.mediaType === "application/json") return pairs;
  if (body.kind !== "form") return [...pairs, `"Content-Type": ${literal(body.mediaType)}`];
  if (body.parts.length > 0) return pairs;
  return [...pairs, '"Content-Type": "multipart/form-data; boundary=empty"'];
}

function sent(body: SampleBody): string[] {
  if (body.kind === "file") return [`    data=open(${literal(body.file.path)}, "rb"),`];
  if (body.kind === "empty") return ['    data=b"",'];
  if (body.kind === "json") return [`    json=${value(body.value)},`];
  if (body.kind === "text") return [`    data=${literal(body.text)}.encode(),`];
  if (body.parts.length === 0) return ['    data=b"--empty--",'];
  return ["    files=[", ...body.parts.map((part) => `        ${tuple(part)},`), "    ],"];
}

/** A value of JSON as Python has it. */
function value(it: Json): string {
  if (it === null) return "None";
  if (typeof it === "boolean") return it ? "True" : "False";
  if (typeof it === "string") return literal(it);
  if (typeof it === "number") return String(it);
  if (Array.isArray(it)) return `[${it.map(value).join(", ")}]`;
  const entries = Object.entries(it).map(([name, item]) => `${literal(name)}: ${value(item)}`);
  return `{${entries.join(", ")}}`;
}

function tuple(part: SamplePart): string {
  const name = literal(part.name);
  if ("value" in part) {
    // Without a name of a file, a part is a text.
    return `(${name}, (None, ${literal(part.value)}))`;
  }
  const file = `open(${literal(part.file.path)}, "rb")`;
  return `(${name}, (${literal(part.filename)}, ${file}, ${literal(part.mediaType)}))`;
}

function failed({ failures, success }: SampleRequest): string[] {
  if (failures.length === 0 || success.kind !== "json") return [];
  const tests = failureTest(failures, words);
  return [
    "# A success status can still hide a failure.",
    "body = response.json()",
    ...(tests.length === 1
      ? [`if ${tests[0]}:`]
      : ["if (", ...tests.map((it, i) => `    ${i > 0 ? "or " : ""}${it}`), "):"]),
    "    raise SystemExit(response.text)",
  ];
}

const words: FailureWords = {
  property: (of, name) =>
    of === "body" || of === "it"
      ? `${of}.get(${literal(name)})`
      : `(${of} or {}).get(${literal(name)})`,
  some: (of, test) => (test === "it" ? of : `any(${test} for it in ${of} or [])`),
  equals: (of, text) => `str(${of}).lower() == ${literal(text.toLowerCase())}`,
  isThere: (of) => of,
  and: " and ",
  or: " or ",
};
