import type { DocumentedRoute } from "@image-apis/types";
import { parseWithBigints } from "../values/json.ts";
import { isIn, isJson, isXml } from "../values/media-type.ts";
import { type AnswerReader, type Asked, isExpected, parsed } from "./answer.ts";
import { readUnusual } from "./unusual-answer.ts";

/**
 * Reads the answer of a call. What is not simply the documented success is left to `unusual-answer.ts`.
 *
 * @returns The value of a JSON or XML body, the bytes of any other, or undefined where none is documented.
 * @throws VendorError When the status or the body tells of a failure.
 * @throws UnreadableResponseError When it is not what is documented.
 */
export async function readAnswer(
  reader: AnswerReader,
  asked: Asked,
  response: Response,
): Promise<unknown> {
  const { expects } = asked;
  const { status, ok } = response;
  const documented = documentedTypes(asked.route, status);
  const mediaType = response.headers.get("content-type") ?? documented[0] ?? "";
  const isUsual = isJson(mediaType) && documented.some(isJson);
  if (ok && !isUsual && expects !== "text" && areBytes(mediaType, documented)) {
    const bytes = await response.blob();
    if (bytes.size > 0) return bytes;
  }
  const text = response.bodyUsed ? "" : await response.text();
  if (ok && text === "" && documented.length === 0) return undefined;
  if (ok && expects === "text" && documented.some((it) => isIn(it, mediaType))) return text;
  if (ok && isUsual) {
    const body = parsed(text, parseWithBigints);
    if (isExpected(body, expects) && reader.failureIn(body) === undefined) return body;
  }
  return readUnusual(reader, asked, { response, mediaType, text, documented });
}

/** Whether an answer is a file, as documented. */
function areBytes(mediaType: string, documented: readonly string[]): boolean {
  const isText = [mediaType, ...documented].some((type) => isJson(type) || isXml(type));
  const known = [...documented, "application/octet-stream"];
  return documented.length > 0 && !isText && known.some((it) => isIn(it, mediaType));
}

/** The media types of a status or of its range; those of the documented success where there are none. */
function documentedTypes({ responseMediaTypes }: DocumentedRoute, status: number) {
  const success = () => Object.entries(responseMediaTypes).find(([known]) => known[0] === "2")?.[1];
  const range = `${Math.floor(status / 100)}XX`;
  return (
    responseMediaTypes[status] ??
    responseMediaTypes[range] ??
    responseMediaTypes.default ??
    success() ??
    []
  );
}
