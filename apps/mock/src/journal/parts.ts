import { type Masking, type ReceivedBody, shortened, type Trace } from "@image-apis/http-contract";
import { bodyLimits } from "@image-apis/spec";

/** What is known of one part of a body after it has passed. A text field and a JSON body have no size here. */
export interface JournalPart {
  /** `undefined` for a body that is one file or JSON, and for a part without a name. */
  name: string | undefined;
  filename?: string | undefined;
  mediaType?: string;
  bytes?: number;
  sha256?: string;
}

/** The parts of a body, each text of the client's as it may be shown. */
export function bodyParts(
  body: ReceivedBody | undefined,
  shown: Pick<Masking, "ofPart" | "ofMediaType">,
): JournalPart[] {
  const text = (of: string) => shortened(shown.ofPart(of));
  const type = (of: string) => shortened(shown.ofMediaType(of));
  switch (body?.kind) {
    case "file": {
      const { bytes, sha256, mediaType } = body.file;
      return [{ name: undefined, mediaType: type(mediaType), bytes, sha256 }];
    }
    case "json":
      return [{ name: undefined, mediaType: body.media }];
    case "form":
      return body.parts.map(({ name, file }) => ({
        name: name && text(name),
        ...(file && {
          filename: file.filename && text(file.filename),
          mediaType: type(file.mediaType),
          bytes: file.bytes,
          sha256: file.sha256,
        }),
      }));
    default:
      return [];
  }
}

/** Says which parts count under another spelling than their own. */
export function renamedParts({ served, body }: Trace): string[] {
  if (served === undefined || body?.kind !== "form") return [];
  const media = served.operation.requestBody?.content[body.media];
  const documented = media === undefined ? [] : Object.keys(bodyLimits(served.document, media));
  const names = new Set(body.parts.flatMap(({ name }) => (name === undefined ? [] : [name])));
  return documented.flatMap((part) =>
    [...names]
      .filter((name) => name !== part && name.toLowerCase() === part.toLowerCase())
      .map((name) => `The part "${name}" counts as "${part}", as the document spells it.`),
  );
}
