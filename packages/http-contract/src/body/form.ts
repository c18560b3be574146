import { type Readable, Writable } from "node:stream";
import busboy from "busboy";
import { Problem } from "../problem/problem.ts";
import { type Keeping, type Measurement, Meter } from "./measurement.ts";
import { letGo } from "./spent-chunk.ts";

/** One part of a form. */
export interface FormPart {
  /** `undefined` for a part without a name. */
  name: string | undefined;
  /** `undefined` for a text field. */
  file: FormFile | undefined;
  /** What a short text field says, to find the exchange that sends it; no journal shows it. */
  text?: string | undefined;
}

/** A part that is a file: it has a file name, or the media type `application/octet-stream`. */
export interface FormFile extends Measurement {
  filename: string | undefined;
  /** As the client declared it; `text/plain` where it did not. */
  mediaType: string;
}

/** Texts of an exchange are shorter. */
const maxText = 1000;

/**
 * Reads a form and measures its files while they pass. An empty body is a form without parts.
 *
 * @throws Problem 400 for a form that is malformed or ends early; an Error where the client went away.
 */
export async function readForm(
  source: Readable,
  contentType: string,
  keeping: Keeping = {},
): Promise<FormPart[]> {
  const form = parser(contentType);
  const parts: FormPart[] = [];
  let files = 0;
  form.on("field", (name: string | undefined, value: string) => {
    parts.push({ name, file: undefined, text: value.length <= maxText ? value : undefined });
  });
  form.on("file", (name: string | undefined, stream, { filename, mimeType }) => {
    // One file is enough to keep: what takes several keeps none.
    const meter = new Meter(files === 0 ? keeping : { isHeadless: files >= maxHeads });
    files += 1;
    stream.on("data", (chunk: Buffer) => meter.add(chunk));
    stream.on("end", () => {
      parts.push({ name, file: { filename, mediaType: mimeType, ...meter.result() } });
    });
    // A form that breaks off breaks its file too. The form reports it; unheard here it would end the process.
    stream.on("error", () => undefined);
  });
  let bytes = 0;
  source.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  try {
    await parsed(source, form, keeping.isSpent ?? false);
  } catch (error) {
    if (bytes > 0 || !source.readableEnded) throw error;
  } finally {
    source.unpipe();
    form.destroy();
  }
  return parts;
}

function parser(contentType: string): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: { fieldSize: 0, parts: maxParts },
    });
  } catch (error) {
    throw malformed(error as Error);
  }
}

/** Each part is described in memory, so that there must be an end to them. */
const maxParts = 20_000;

/** As many parts whose first bytes are held, so that their type can be told; 4 MB in all. */
const maxHeads = 250;

function parsed(source: Readable, form: busboy.Busboy, isSpent: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    form.once("close", resolve);
    form.on("partsLimit", () => {
      reject(new Problem(413, `The form has more than ${maxParts} parts.`));
    });
    form.on("error", (error: Error) => reject(malformed(error)));
    source.once("close", () => {
      if (!source.readableEnded) reject(new Error("The client went away before the form ended."));
    });
    source.pipe(isSpent ? spending(form) : form);
  });
}

/** Writes to a form and lets go of what it has read. */
function spending(form: busboy.Busboy): Writable {
  const chunks = new Writable({
    write(chunk: Buffer, _, done) {
      form.write(chunk, (error) => {
        // The streams of the files hand on what they have got of it before the next turn of the loop.
        setImmediate(letGo, chunk);
        done(error);
      });
    },
    final(done) {
      form.end(done);
    },
  });
  // The form itself tells of it.
  return chunks.on("error", () => undefined);
}

function malformed({ message }: Error): Problem {
  return new Problem(400, `The form cannot be read: ${explanations[message] ?? message}.`);
}

const noBoundary =
  "its Content-Type names no boundary. Let your HTTP library write that header; set by hand it loses the boundary";

/** What the parser's messages mean to the sender of the form. */
const explanations: Record<string, string> = {
  "Multipart: Boundary not found": noBoundary,
  "Malformed content type": noBoundary,
  "Unexpected end of form":
    "the body ends before the closing boundary, or the boundary is not the one in Content-Type",
  "Malformed part header": "the headers of a part are malformed",
};
