import { type Readable, Writable } from "node:stream";
import type { Limits } from "@image-apis/spec";
import busboy from "busboy";
import { Problem } from "../problem/problem.ts";
import { FileIntake } from "./file-intake.ts";
import type { OpenSinks } from "./open-sinks.ts";
import { PartCount } from "./part-count.ts";
import type { FormPart, ReceivedFile } from "./received-body.ts";
import { letGo } from "./spent-chunk.ts";

/** How a form is read. */
export interface FormReading<Stored> {
  /** By the name of its part, the limits of a file; the case of a name does not count. */
  limits: Readonly<Record<string, Limits>>;
  sinks: OpenSinks<Stored>;
  /** Whether nobody else looks at its bytes, so that their memory may be given back as they pass. */
  isSpent: boolean;
}

/** Texts of an exchange are shorter. */
const maxText = 1000;

/**
 * Reads a form and measures its files while they pass into their sinks. An empty body is a form without parts.
 *
 * @throws Problem 400 for a form that is malformed or ends early; what a sink throws; an Error where the client went
 * away.
 */
export async function readForm<Stored>(
  source: Readable,
  contentType: string,
  reading: FormReading<Stored>,
): Promise<FormPart<Stored>[]> {
  const form = parser(contentType);
  const parts: FormPart<Stored>[] = [];
  const files: Promise<void>[] = [];
  const opens = sinkOpener(reading);
  const failed = new Promise<never>((_, reject) => {
    form.on("file", (name: string | undefined, stream, { filename, mimeType: mediaType }) => {
      const part: FormPart<Stored> = { name, file: undefined };
      parts.push(part);
      const isHeadless = files.length >= maxHeads;
      const file = { filename, mediaType, isHeadless, ...opens(name, filename, mediaType) };
      const taken = takeFile(stream, new FileIntake(file, reading.sinks)).then((received) => {
        part.file = received;
      });
      files.push(taken);
      taken.catch(reject);
    });
  });
  form.on("field", (name: string | undefined, value: string) => {
    parts.push({ name, file: undefined, text: value.length <= maxText ? value : undefined });
  });
  let bytes = 0;
  const announced = new PartCount(boundaryOf(contentType));
  source.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    announced.add(chunk);
  });
  try {
    await Promise.race([parsed(source, form, reading.isSpent), failed]);
    await Promise.all(files);
    if (announced.count > parts.length) throw unreadParts(parts.length, announced.count);
  } catch (error) {
    if (bytes > 0 || !source.readableEnded) throw error;
  } finally {
    source.unpipe();
    form.destroy();
  }
  return parts;
}

/** Opens the sinks of documented parts, as many of each as it may have. */
function sinkOpener<Stored>({ limits: all, sinks }: FormReading<Stored>) {
  const counts = new Map<string, number>();
  const documented = Object.entries(all);
  return (sent: string | undefined, filename: string | undefined, mediaType: string) => {
    // The vendor's prose writes some part names in capitals, so the case of a name does not count.
    const found = documented.find(([name]) => name.toLowerCase() === sent?.toLowerCase());
    if (found === undefined) return { maxBytes: Number.POSITIVE_INFINITY, open: () => undefined };
    const [name, limits] = found;
    const { maxBytes = Number.POSITIVE_INFINITY, maxFiles = Number.POSITIVE_INFINITY } = limits;
    const open = () => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (count <= maxFiles) return sinks.open({ name, filename, mediaType, limits });
      // The request will be refused for the number of its files, so that none is wanted any more.
      void sinks.abort();
      return undefined;
    };
    return { maxBytes, open };
  };
}

/** Reads one file to its end, as fast as its sink takes it. */
function takeFile<Stored>(
  stream: Readable,
  intake: FileIntake<Stored>,
): Promise<ReceivedFile<Stored>> {
  return new Promise((resolve, reject) => {
    let writing: Promise<void> | undefined;
    stream.on("data", (chunk: Buffer) => {
      writing = attempt(() => intake.add(chunk));
      if (writing === undefined) return;
      stream.pause();
      writing.then(() => stream.resume(), reject);
    });
    stream.on("end", () => {
      // A stream that has nothing left ends though it is paused.
      if (writing === undefined) resolve(intake.end());
      else writing.then(() => resolve(intake.end()), reject);
    });
    // A form that breaks off breaks its file too. The form reports it; unheard here it would end the process.
    stream.on("error", () => undefined);
  });
}

/** What a sink throws is no different from what it rejects with. */
function attempt(add: () => Promise<void> | undefined): Promise<void> | undefined {
  try {
    return add();
  } catch (error) {
    return Promise.reject(error);
  }
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

/** As it stands in a Content-Type that the parser has accepted. */
function boundaryOf(contentType: string): string {
  const [, quoted, plain = ""] = /;\s*boundary=(?:"([^"]*)"|([^\s;]*))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}

/** Says that the parser has passed over parts; a file among them would be lost. */
function unreadParts(read: number, announced: number): Problem {
  const unread = announced - read;
  const parts = `${unread} of its ${announced} ${announced === 1 ? "part" : "parts"}`;
  return malformed({
    message: `${parts} ${unread === 1 ? "has" : "have"} no Content-Disposition header that can be read. It must be form-data, with names in quotes and a backslash at the end of a name written twice`,
  });
}

function malformed({ message }: Pick<Error, "message">): Problem {
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
