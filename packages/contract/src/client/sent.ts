import {
  fixture,
  type Json,
  type Operation,
  type RefusalBody,
  type RefusalRequest,
} from "@image-apis/spec";

/** The part of the generated `operations` that a call is made of. */
export interface WireOperation {
  parameters: { path?: unknown; query?: unknown; header?: unknown };
}

/** What an exchange or a refusal sends, by the names and in the types of the wire. */
export interface Sent<Wire extends WireOperation = WireOperation> {
  path: NonNullable<Wire["parameters"]["path"]>;
  query: NonNullable<Wire["parameters"]["query"]>;
  header: NonNullable<Wire["parameters"]["header"]>;
  /** The value of `Accept`, where the exchange sends one. */
  accept: string | undefined;
  /** The files of a form, or the one raw file. */
  files: File[];
  /** The media type of the body, where it is not that of the file. */
  mediaType: string | undefined;
  /** The value of a JSON body. */
  json: Json | undefined;
}

/** Turns an exchange into arguments. Whether they fit the types of the wire is for the types face to say. */
export function sentBy(operation: Operation, { request }: { request: RefusalRequest }): Sent {
  const { path, query, headers, body } = request;
  const { Accept: accept, ...header } = headers;
  const files = body === undefined ? [] : filesOf(body);
  return {
    path,
    query,
    header,
    accept,
    files,
    mediaType: body?.mediaType === files[0]?.type ? undefined : body?.mediaType,
    json: body && jsonOf(operation, body),
  };
}

function filesOf(body: RefusalBody): File[] {
  if ("parts" in body) {
    return body.parts.map(({ fixture: name, filename, mediaType }) => {
      const file = fixture(name);
      return new File([file.bytes], filename ?? name, { type: mediaType ?? file.mediaType });
    });
  }
  if ("example" in body || "text" in body) return [];
  if ("empty" in body) return [new File([], "empty", { type: body.mediaType })];
  const { name, bytes, mediaType: type } = fixture(body.fixture);
  return [new File([bytes], name, { type })];
}

function jsonOf({ requestBody }: Operation, body: RefusalBody): Json | undefined {
  if (!("example" in body)) return undefined;
  return requestBody?.content[body.mediaType]?.examples?.[body.example]?.value;
}
