import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expandedPath } from "@image-apis/http-contract";
import { fixture, loadDocument, loadExchanges, operations } from "@image-apis/spec";
import type { RunningServer } from "../start-server.ts";

/** What the first start prints: the credentials, once, and how to upload an image and read it back. */
export function firstLines({ url, firstAccount }: RunningServer, data: string): string[] {
  if (firstAccount === undefined) return [];
  const { name, password } = firstAccount;
  const user = `-u '${name}:${password}'`;
  const call = sampleCall(data);
  return [
    "These credentials are shown now and never again:",
    `  user      ${name}`,
    `  password  ${password}`,
    ...(call === undefined
      ? []
      : [
          "Upload an image, then read it back:",
          `  curl ${user} -T '${call.file}' -H 'Content-Type: ${call.mediaType}' '${url}${call.path}'`,
          `  curl ${user} -o person.png '${url}${call.path}'`,
        ]),
  ];
}

/** The documented upload of a person's image, its fixture as a file of the data folder; `undefined` without one. */
function sampleCall(data: string) {
  const document = loadDocument("superoffice");
  const operation = operations(document).find((it) => it.operationId === "savePersonImage");
  const exchange = loadExchanges("superoffice").find(
    ({ operationId, request: { body } }) =>
      operationId === "savePersonImage" && body !== undefined && "fixture" in body,
  );
  const { body, path } = exchange?.request ?? {};
  if (operation === undefined || body === undefined || !("fixture" in body)) return undefined;
  const { bytes, mediaType, name } = fixture(String(body.fixture));
  const file = join(resolve(data), `sample-${name}`);
  writeFileSync(file, bytes);
  const texts = Object.entries(path ?? {}).map(([key, value]) => [key, String(value)]);
  return { file, mediaType, path: expandedPath(operation, Object.fromEntries(texts)) };
}
