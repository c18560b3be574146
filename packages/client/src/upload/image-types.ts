import { cannotBeRead, FileError } from "../errors/file-error.ts";
import { isReadOnce, mediaTypeOf, nameOf } from "../values/file.ts";
import { bytesOnly, documentedFor, essence } from "../values/media-type.ts";
import { type BodyFile, filesOf } from "./body.ts";
import type { CallBody, FileArguments } from "./call-body.ts";
import { typeOfName } from "./signatures.ts";
import { detectType } from "./source.ts";

/**
 * The files of a body, with what their first bytes say they are.
 *
 * @param signal Ends the reading.
 */
export async function lookInto(
  operationId: string,
  body: CallBody,
  options: FileArguments,
  signal: AbortSignal,
): Promise<BodyFile[]> {
  const look = async (it: BodyFile) => {
    const detected = await detectType(it.file, signal).catch((cause: unknown) => {
      throw new FileError(operationId, it.argument, cannotBeRead(cause), { cause });
    });
    return { ...it, detected };
  };
  return Promise.all(filesOf(body, options).map(look));
}

/** What is to be said about files whose name, media type and first bytes do not agree. */
export function disagreements(body: CallBody, files: readonly BodyFile[]): string[] {
  return files.flatMap(({ part, argument, file, detected }) => {
    const what = `${argument} ("${nameOf(file)}")`;
    if (detected === undefined) {
      return isReadOnce(file) ? [] : [`${what} has a format that is not known here.`];
    }
    const declared = essence(part === "" ? body.mediaType : mediaTypeOf(file));
    const claims = { name: typeOfName(nameOf(file)), "media type": declared };
    return Object.entries(claims)
      .filter(([, claim]) => claim && claim !== bytesOnly && claim !== detected)
      .map(
        ([by, claim]) => `${what} is ${claim} by its ${by}, but ${detected} by its first bytes.`,
      );
  });
}

/**
 * A body with the media type it is sent with. Of a raw image, the first bytes have the last word; where the document
 * knows "bytes" as a media type, a caller who says that gets it.
 *
 * @param trusted Whether the declared type stands, whatever the bytes say.
 * @throws TypeError When nothing says what a file is.
 */
export function withType(
  body: CallBody,
  documented: readonly string[],
  [file]: readonly BodyFile[],
  trusted: boolean,
): CallBody {
  if (file === undefined || file.part !== "") return body;
  const { argument, detected } = file;
  const declared = body.mediaType;
  if (declared === "") {
    const type = detected ?? documented.find((it) => it === bytesOnly);
    if (type !== undefined) return { ...body, mediaType: type };
    throw new TypeError(
      `${argument}: it does not say what it is. Pass a File or a Blob with a type, or the option mediaType.`,
    );
  }
  if (trusted || !detected?.startsWith("image/")) return body;
  const isDocumented = (type: string) => documentedFor(documented, type) !== undefined;
  const stands =
    [detected, ...documented.filter((it) => it === bytesOnly)].includes(essence(declared)) ||
    // One that no document has is not better than one that it has.
    (isDocumented(declared) && !isDocumented(detected));
  return stands ? body : { ...body, mediaType: detected };
}
