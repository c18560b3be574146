import { awkward as common, plainRequest } from "@image-apis/testing/small-requests";
import type { SampleRequest } from "../../src/index.ts";

/** A request that is plain but for what a test is about. */
export function requestWith(changes: Partial<SampleRequest>): SampleRequest {
  return { ...plainRequest, url: "http://127.0.0.1:4010/pictures", ...changes };
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

/** What is easily lost, with what a tool reads as a file and what a literal may drop. */
export const awkward = [...common, "@front.png", " spaces ", ""];
