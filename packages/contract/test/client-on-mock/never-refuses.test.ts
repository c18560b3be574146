import { fixture } from "@image-apis/spec";
import { probeFiles } from "@image-apis/testing/probe-files";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CaptureServer, captureServer } from "../../src/client/capture-server.ts";
import { useMock } from "./modes.ts";
import { documentedUploads, type SentFile, type Upload } from "./uploads.ts";

const mock = useMock({ stateful: false });

let server: CaptureServer;
beforeAll(async () => {
  server = await captureServer();
});
afterAll(() => server?.close());

/** Whether a refusal of the client is one of the server's as well. */
async function isFair(upload: Upload, files: readonly SentFile[]): Promise<boolean> {
  const bySome = !(await upload.byMethod(server, files)) || !(await upload.byRaw(server, files));
  return !(bySome && (await upload.onServer(mock.url(), files)));
}

describe.each(await documentedUploads())(
  "the client never refuses what is taken: $title",
  (upload) => {
    const { minBytes = 0, maxBytes, minFiles = 0, maxFiles = 1 } = upload.limits;

    test("files of every kind, changed anywhere in their heads", async () => {
      const sizes = [minBytes - 1, minBytes, minBytes + 1].filter((it) => it >= 0);
      const files = fc.array(recipes(sizes), { minLength: 1, maxLength: 2 });
      await fc.assert(
        fc.asyncProperty(files, async (all) => {
          expect(await isFair(upload, all.map(made))).toBe(true);
        }),
        { numRuns: 100 },
      );
    });

    test("any number of files", async () => {
      for (let count = minFiles; count <= maxFiles + 1; count++) {
        const files = Array.from({ length: count }, () => asSent("front.png"));
        expect(await isFair(upload, files), `${count} files`).toBe(true);
      }
    });

    if (maxBytes === undefined) return;
    test("a file of the greatest size", async () => {
      expect(await isFair(upload, [asSent("at-maximum.png")])).toBe(true);
    });
  },
);

function asSent(name: string): SentFile {
  const { bytes, mediaType } = fixture(name);
  return { name, declared: mediaType, bytes };
}

/** How a file is made of a probe file: short enough to be read where a test fails. */
interface Recipe {
  what: string;
  /** Instead of what the probe file is declared as. */
  declared: string | undefined;
  name: string;
  changes: { at: number; removed: number; added: string }[];
  isUpperCase: boolean;
  /** How many bytes of it are left, and what comes after them up to its size. */
  head: number | undefined;
  filling: number;
  size: number | undefined;
}

/** What parsers of XML and readers of signatures stumble over, one character for every byte. */
const pieces = [
  ...["\xef\xbb\xbf", " ", "\n", "\xc2\xa0", "\xe2\x80\xa8", "\xe3\x80\x80", "\0", "\xff"],
  ...["<!-- -->", "<!-->", "-->", "<?a?>", "<?>", "?>", "<!DOCTYPE svg>", "<!doctype a [", "]>"],
  ...["<svg>", "<svg\xc2\xa0>", "<a:svg/>", "<SVG>", "<a>", "ID3", "ftypavif", "ftypcrx "],
  ...["BM", "GIF8", "P7\n", "PK\x03\x04", "%PDF-", "RIFF", "WEBP", "#define a_width 6", "FLIF"],
];

/** @param sizes What a file is made as long as, beside its own length. */
function recipes(sizes: readonly number[]): fc.Arbitrary<Recipe> {
  const rarely = <Value>(...values: Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });
  const added = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((it) => it.join("")),
    fc.uint8Array({ maxLength: 4 }).map((it) => String.fromCharCode(...it)),
    fc.nat({ max: 400 }).map((it) => `<!-- ${" licence".repeat(it)} -->`),
  );
  const at = fc.oneof(fc.constant(0), fc.nat({ max: 40 }), fc.nat({ max: 300 }));
  const change = fc.record({ at, removed: fc.nat({ max: 8 }), added });
  return fc.record({
    what: fc.constantFrom(...probeFiles.map((it) => it.what)),
    declared: rarely(...declarations),
    name: fc.oneof(fc.constantFrom(...names), fc.string({ minLength: 1 }).filter(isName)),
    changes: fc.array(change, { maxLength: 3 }),
    isUpperCase: fc.nat({ max: 9 }).map((it) => it === 9),
    head: fc.option(fc.nat({ max: 300 }), { nil: undefined, freq: 1 }),
    filling: fc.constantFrom(0, 32, 65, 255),
    size: rarely(...sizes),
  });
}

const names = ["a.png", 'a"\r\nb.svg', "ü.jpg", "..", "a/b"];

/** Of a name that ends with a slash, a server that looks at its last part only sees none, and no file. */
const isName = (name: string) => !/[\\/]$/.test(name);

const declarations = [
  ...["", "text/plain", "IMAGE/PNG", "image/png; a=b", "image/svg+xml", "image/x-unknown"],
  ...["application/octet-stream", "Application/Octet-Stream; a=b", "multipart/mixed"],
];

function made({ what, declared, name, changes, isUpperCase, ...its }: Recipe): SentFile {
  const probe = probeFiles.find((it) => it.what === what);
  if (probe === undefined) throw new Error(`There is no probe file "${what}".`);
  const { head = probe.bytes.length, filling, size = 12_000 } = its;
  let bytes = [...probe.bytes];
  for (const { at, removed, added } of changes) bytes.splice(at, removed, ...bytesOf(added));
  if (isUpperCase) bytes = bytes.map((it) => (it > 96 && it < 123 ? it - 32 : it));
  bytes = Array.from({ length: size }, (_, at) => (at < head ? bytes[at] : undefined) ?? filling);
  return { name, declared: declared ?? probe.declared, bytes: Uint8Array.from(bytes) };
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
