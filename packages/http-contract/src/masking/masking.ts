import { bodyLimits } from "@image-apis/spec";
import type { ReceivedBody } from "../body/received-body.ts";
import type { HandledRequest } from "../call/handled-request.ts";
import type { Trace } from "../call/trace.ts";
import { parseTarget } from "../head/target.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import {
  type AddressParts,
  maskedAddress,
  maskedAuthority,
  maskedSegments,
} from "./masked-address.ts";
import { maskedHeaders } from "./masked-headers.ts";
import { formDecoded, isHarmless, isToken } from "./plain-text.ts";
import { shortened } from "./shortened.ts";
import { documentedParameter, shownValue } from "./shown-value.ts";
import { Withheld } from "./withheld.ts";

/** What may be shown of a request. */
export interface Masking {
  target: string;
  headers: Record<string, string>;
  /** A name or a file name of a part. */
  ofPart(text: string): string;
  /** The media type of a part, which a client can choose freely. */
  ofMediaType(text: string): string;
  /** Sentences about the request, without what is withheld of it. */
  sentences(texts: readonly string[]): string[];
}

/**
 * Decides what of a request may be written down. Shown are values of documented parameters that are not personal, and
 * standard headers that carry no secret; everything else is masked, and sentences do not repeat it.
 */
export function masking(request: HandledRequest["request"], { served, body }: Trace): Masking {
  const withheld = new Withheld(documentedTexts(served));
  const { method, url = "/" } = request;
  const target =
    method === "CONNECT" && /:\d+$/.test(url)
      ? maskedAuthority(url, withheld)
      : maskedTarget(url, served, withheld);
  const headers = maskedHeaders(request.headers, served, withheld);
  const ofPart = (text: string) => (isHarmless(text) ? text : withheld.hide(text));
  const ofMediaType = (text: string) => (isToken(text) ? ofPart(text) : withheld.hide(text));
  for (const { names, mediaType } of partTexts(body)) {
    for (const name of names) ofPart(name);
    ofMediaType(mediaType);
  }
  return {
    target: shortened(target),
    headers,
    ofPart,
    ofMediaType,
    sentences: (texts) => withheld.without(texts),
  };
}

function maskedTarget(
  target: string,
  served: ContractOperation | undefined,
  withheld: Withheld,
): string {
  const parts: AddressParts = {
    path: (path) => maskedPath(path, served, withheld),
    isKnown: (name) => documentedParameter(served, "query", name) !== undefined,
    query(name, value) {
      const parameter = documentedParameter(served, "query", name);
      if (served === undefined || parameter === undefined) return undefined;
      return shownValue(served, parameter, value, formDecoded(value), withheld);
    },
  };
  return maskedAddress(target, withheld, parts);
}

/** The path of an operation that was found has the document's own words between its parameters. */
function maskedPath(
  path: string,
  served: ContractOperation | undefined,
  withheld: Withheld,
): string {
  const documented = served?.operation.path.split("/");
  const sent = path.split("/");
  if (served === undefined || documented?.length !== sent.length) {
    return maskedSegments(path, withheld);
  }
  const { segments } = parseTarget(path);
  return sent
    .map((segment, at) => {
      const name = /^\{(\w+)\}$/.exec(documented[at] ?? "")?.[1];
      if (name === undefined) return segment;
      const parameter = documentedParameter(served, "path", name);
      const value = segments[at - 1] ?? "";
      if (parameter === undefined) return withheld.hide(segment, value);
      return shownValue(served, parameter, segment, value, withheld);
    })
    .join("/");
}

const remembered = new WeakMap<ContractOperation, ReadonlySet<string>>();

/** What sentences say of the document whatever the request holds. */
function documentedTexts(served: ContractOperation | undefined): ReadonlySet<string> {
  if (served === undefined) return new Set();
  const known = remembered.get(served);
  if (known !== undefined) return known;
  const { document, operation } = served;
  const content = Object.entries(operation.requestBody?.content ?? {});
  const texts = new Set([
    ...operation.parameters.map(({ name }) => name),
    ...content.flatMap(([mediaType, media]) => [
      mediaType,
      ...Object.keys(bodyLimits(document, media)),
    ]),
  ]);
  remembered.set(served, texts);
  return texts;
}

interface PartTexts {
  names: string[];
  mediaType: string;
}

function partTexts(body: ReceivedBody | undefined): PartTexts[] {
  if (body?.kind === "file") return [{ names: [], mediaType: body.file.mediaType }];
  if (body?.kind !== "form") return [];
  return body.parts.map(({ name = "", file }) => ({
    names: [name, file?.filename ?? ""],
    mediaType: file?.mediaType ?? "",
  }));
}
