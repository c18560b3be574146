import type { WireValues } from "@image-apis/codegen";
import {
  fixture,
  isFilePart,
  type Json,
  type Operation,
  type RefusalBody,
  type RefusalRequest,
} from "@image-apis/spec";

/** What an exchange or a refusal sends, by the names of the wire. */
export type Sent = WireValues<File>;

/** Turns an exchange into what a call needs. Whether it fits the types of the wire is for the types face to say. */
export function sentBy(operation: Operation, { request }: { request: RefusalRequest }): Sent {
  const { path, query, headers, cookies, body } = request;
  const { Accept: accept, ...header } = headers;
  const files = body === undefined ? [] : filesOf(body);
  return {
    path,
    query,
    header,
    cookie: cookies,
    accept,
    files,
    mediaType: body?.mediaType === files[0]?.file.type ? undefined : body?.mediaType,
    json: body && valuesOf(operation, body),
  };
}

function filesOf(body: RefusalBody): Sent["files"] {
  if ("parts" in body) {
    return body.parts.filter(isFilePart).map(({ name, fixture: key, filename, mediaType }) => {
      const { bytes, mediaType: type } = fixture(key);
      return { part: name, file: new File([bytes], filename ?? key, { type: mediaType ?? type }) };
    });
  }
  if ("example" in body || "text" in body) return [];
  if ("empty" in body) return [{ part: "", file: new File([], "empty", { type: body.mediaType }) }];
  const { name, bytes, mediaType: type } = fixture(body.fixture);
  return [{ part: "", file: new File([bytes], name, { type }) }];
}

/** The value of a JSON body, or the texts of a form; those of one part are a list. */
function valuesOf({ requestBody }: Operation, body: RefusalBody): Json | undefined {
  if ("example" in body) {
    return requestBody?.content[body.mediaType]?.examples?.[body.example]?.value;
  }
  if (!("parts" in body)) return undefined;
  const texts = Map.groupBy(
    body.parts.filter((part) => !isFilePart(part)),
    ({ name }) => name,
  );
  return Object.fromEntries(
    [...texts].map(([name, parts]) => {
      const values = parts.map((part) => ("value" in part ? part.value : ""));
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
