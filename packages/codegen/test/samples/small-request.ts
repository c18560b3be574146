import type { SampleRequest } from "../../src/index.ts";

/** A request that is plain but for what a test is about. */
export function requestWith(changes: Partial<SampleRequest>): SampleRequest {
  return {
    api: "pictures",
    operationId: "addPicture",
    exchange: "one",
    method: "POST",
    url: "http://127.0.0.1:4010/pictures",
    basic: undefined,
    headers: [],
    body: undefined,
    isListed: false,
    success: { kind: "json" },
    isRefused: false,
    failures: [],
    client: undefined,
    ...changes,
  };
}

/** A request with a JSON body. */
export function json(value: string | Record<string, string>): SampleRequest {
  return requestWith({ body: { kind: "json", mediaType: "application/json", value } });
}

/** A form with one text. */
export function text(value: string): SampleRequest {
  const part = { name: "note", value };
  return requestWith({ body: { kind: "form", mediaType: "multipart/form-data", parts: [part] } });
}

/** A form with one file that has this name on the wire. */
export function fileNamed(filename: string): SampleRequest {
  const file = { path: "spec/fixtures/front.png", name: "front.png", mediaType: "image/png" };
  const part = { name: "file", file, filename, mediaType: "image/png" };
  return requestWith({ body: { kind: "form", mediaType: "multipart/form-data", parts: [part] } });
}

/** What is easily lost between a program and its language. */
export const awkward = [
  `it's "quoted" \\ and \\"both\\"`,
  "$HOME $(date) `date` $\u007bx}",
  "100% & | < > ; , # {a} [b]",
  "‘curly’ “quotes” – ümlaut 图 🖼",
  "@front.png",
  " spaces ",
  "ends with \\",
  "",
];
