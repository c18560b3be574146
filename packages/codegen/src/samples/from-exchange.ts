import {
  describesStatus,
  type Exchange,
  type ExchangePart,
  fixtureMediaType,
  isFilePart,
  operations,
  type Schema,
  type WireRequest,
  wireRequest,
} from "@image-apis/spec";
import type { ApiModel, OperationModel } from "../model/model.ts";
import { kindOf } from "../model/schema.ts";
import { clientCall } from "./client-call.ts";
import { failuresWithin } from "./failure.ts";
import type {
  SampleBody,
  SampleFile,
  SamplePart,
  SampleRequest,
  SampleSuccess,
} from "./request.ts";

/** Where every sample looks for the API: the mock's usual address. */
export const sampleAddress = "http://127.0.0.1:4010";

/** Where every sample looks for its files, from the folder it is run in: the root of the repository. */
export const sampleFiles = "spec/fixtures";

/** What the samples of an exchange send, and what they do with the response. */
export function sampleRequest(
  model: ApiModel,
  operation: OperationModel,
  exchange: Exchange,
): SampleRequest {
  const { query, headers: said } = exchange.request;
  const wire = withoutFiles(model, operation, exchange);
  const { method, target, headers } = wire;
  const basic = /^Basic (.+)$/.exec(headers.Authorization ?? "")?.[1];
  const { success, schema } = successOf(operation, exchange);
  const body = exchange.request.body && bodyOf(operation, exchange.request.body, wire.body);
  return {
    api: model.api,
    operationId: operation.operationId,
    exchange: exchange.name,
    method,
    url: sampleAddress + target,
    basic: basic === undefined ? undefined : userAndPassword(basic),
    // One that the exchange names itself stays as it is.
    headers: Object.entries(headers).filter(
      ([name]) => basic === undefined || name !== "Authorization" || name in said,
    ),
    body,
    isListed: Object.keys(query).some(
      (name) => target.split(`${encodeURIComponent(name)}=`).length > 2,
    ),
    success,
    isRefused: exchange.response.status >= 400,
    failures:
      success.kind === "json" ? failuresWithin(model.document, schema, model.failure.errors) : [],
    client: clientCall(model, operation, exchange, body),
  };
}

/** The request without the files of its body, which need not be read for their names. */
function withoutFiles(
  { document }: ApiModel,
  { pointer }: OperationModel,
  { request }: Exchange,
): WireRequest {
  const operation = operations(document).find((it) => it.pointer === pointer);
  if (operation === undefined) throw new Error(`The document has no operation ${pointer}.`);
  const { body, ...head } = request;
  const isExample = body !== undefined && "example" in body;
  return wireRequest(document, operation, { request: isExample ? { ...head, body } : head });
}

/** What the exchange's success is, or, where the exchange is refused, the operation's first one. */
function successOf(
  { method, responses }: OperationModel,
  { response }: Exchange,
): { success: SampleSuccess; schema: Schema | undefined } {
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  const isRefused = response.status >= 400;
  const own = isRefused
    ? (successes.find(({ contents }) => contents.length > 0) ?? successes[0])
    : responses.find(({ status }) => describesStatus(status, response.status));
  const mediaType = isRefused ? own?.contents[0]?.mediaType : response.mediaType;
  const schema = own?.contents.find((it) => it.mediaType === mediaType)?.schema;
  return { success: howItComes(method, mediaType), schema };
}

function howItComes(method: string, mediaType: string | undefined): SampleSuccess {
  if (mediaType === undefined || method === "HEAD") return { kind: "none" };
  const contentKind = kindOf(mediaType);
  if (contentKind === "json") return { kind: "json" };
  if (contentKind === "text" || contentKind === "xml") return { kind: "text" };
  const [kind, subtype = ""] = mediaType.toLowerCase().split(/[/;]/);
  const name = kind === "image" ? "image" : "response";
  return { kind: "bytes", file: `${name}.${/^[a-z\d]+$/.test(subtype) ? subtype : "bin"}` };
}

function userAndPassword(base64: string): { username: string; password: string } {
  const text = Buffer.from(base64, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

function bodyOf(
  { operationId, body }: OperationModel,
  sent: NonNullable<Exchange["request"]["body"]>,
  wire: WireRequest["body"],
): SampleBody {
  const { mediaType } = sent;
  if ("parts" in sent) return { kind: "form", mediaType, parts: sent.parts.map(partOf) };
  if ("fixture" in sent) return { kind: "file", mediaType, file: fileOf(sent.fixture) };
  if ("empty" in sent) return { kind: "empty", mediaType };
  const content = body?.contents.find((it) => it.mediaType === mediaType);
  const example = content?.examples.find(({ key }) => key === sent.example);
  if (example === undefined) {
    throw new Error(`${operationId} has no request example "${sent.example}".`);
  }
  if (content?.kind === "json") return { kind: "json", mediaType, value: example.value };
  const bytes = wire?.kind === "bytes" ? wire.bytes : undefined;
  return { kind: "text", mediaType, text: new TextDecoder().decode(bytes) };
}

function partOf(part: ExchangePart): SamplePart {
  if (!isFilePart(part)) return { name: part.name, value: String(part.value) };
  const { name, mediaType, filename } = part;
  const file = fileOf(part.fixture);
  return {
    name,
    file,
    mediaType: mediaType ?? file.mediaType,
    filename: filename ?? file.name,
  };
}

function fileOf(name: string): SampleFile {
  return { path: `${sampleFiles}/${name}`, name, mediaType: fixtureMediaType(name) };
}
