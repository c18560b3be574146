import {
  type Exchange,
  type OpenApiDocument,
  type Operation,
  type WirePart,
  wireRequest,
} from "@image-apis/spec";
import { mockAddress } from "../server/mock-address.ts";

/** The folder the commands find their files in, from the root of the repository. */
const fixtureFolder = "spec/fixtures";

/** The command that sends an exchange's request to the mock, from the root of the repository. */
export function curlCommand(
  document: OpenApiDocument,
  operation: Operation,
  exchange: Exchange,
): string {
  const { method, target, headers, body } = wireRequest(document, operation, exchange);
  const words = [`curl --include --request ${method}`, quoted(mockAddress + target)];
  for (const [name, value] of Object.entries(headers)) words.push(credentialOrHeader(name, value));
  if (body?.kind === "form") words.push(...formOptions(body.parts));
  else if (body !== undefined) {
    words.push(`--header ${quoted(`Content-Type: ${body.mediaType}`)}`);
    words.push(`--data-binary ${quoted(data(exchange, body.bytes))}`);
  }
  return words.join(" \\\n  ");
}

function credentialOrHeader(name: string, value: string): string {
  const basic = /^Basic (.+)$/.exec(value)?.[1];
  if (name !== "Authorization" || basic === undefined)
    return `--header ${quoted(`${name}: ${value}`)}`;
  return `--user ${quoted(Buffer.from(basic, "base64").toString("utf8"))}`;
}

/** curl cannot be told to send a form without a part, so that one is written out. */
function formOptions(parts: readonly WirePart[]): string[] {
  if (parts.length === 0) {
    const header = "Content-Type: multipart/form-data; boundary=empty";
    return [`--header ${quoted(header)}`, `--data-binary ${quoted("--empty--")}`];
  }
  return parts.map(({ name, filename, mediaType, bytes }) =>
    filename === undefined
      ? `--form-string ${quoted(`${name}=${new TextDecoder().decode(bytes)}`)}`
      : `--form ${quoted(`${name}=@${fixtureFolder}/${filename};type=${mediaType}`)}`,
  );
}

function data({ request: { body } }: Exchange, bytes: Uint8Array): string {
  if (body !== undefined && "fixture" in body) return `@${fixtureFolder}/${body.fixture}`;
  return new TextDecoder().decode(bytes);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
