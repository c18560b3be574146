import { createHash } from "node:crypto";
import {
  imageType,
  KeptBytes,
  maxKeptBytes,
  maxTotalBytes,
  type ParameterValues,
  Problem,
} from "@image-apis/http-contract";
import { fixture, type Json } from "@image-apis/spec";
import type { superoffice } from "@image-apis/types";
import { canonical } from "./canonical.ts";
import { exchangesWhen, usualExample, usualExchanges } from "./documented-start.ts";
import { readRegularFile } from "./regular-file.ts";
import {
  type DocumentedStart,
  type Resource,
  refused,
  replace,
  type StateFile,
} from "./resource.ts";

type ImageInfo = superoffice.components["schemas"]["ImageInfo"];

interface Image {
  blobId: number;
  mediaType: string;
  bytes: Uint8Array;
  /** In hex. */
  sha256: string;
  created: string;
  updated: string;
}

/** A person in a seed; `image` is the path of a file. */
interface PersonSeed {
  id: number;
  image?: string | null;
}

/** The one image of a person. The start: every person of a documented call, with the image of the exchanges. */
export function personImages(): Resource {
  const persons = new Map<string, Image | undefined>();
  let lastBlobId = 0;

  const idOf = ({ path }: ParameterValues) => canonical(path.personId ?? "");
  const lookup = (values: ParameterValues) =>
    persons.has(idOf(values)) ? undefined : unknownPerson;
  const lookupImage = (values: ParameterValues) =>
    lookup(values) ?? (persons.get(idOf(values)) === undefined ? noImage : undefined);

  return {
    api: "superoffice",
    name: "persons",
    operations: {
      savePersonImage: {
        lookup,
        keptBytes: new KeptBytes(() => total(persons)),
        async run({ values, files: [file], now }) {
          if (file === undefined) return refused(["missing-image"], "The body holds no file.");
          const id = idOf(values);
          const before = persons.get(id);
          const bytes = requireContent(file);
          lastBlobId += 1;
          persons.set(id, {
            blobId: lastBlobId,
            mediaType: (file.head && (await imageType(file.head))) ?? file.mediaType,
            bytes,
            sha256: file.sha256,
            created: before?.created ?? now.toISOString(),
            updated: now.toISOString(),
          });
          return { kind: "usual", body: lastBlobId };
        },
      },
      getPersonImage: {
        lookup(values) {
          const blank = values.query.ifBlank?.[0] ?? "Null";
          return blank === "Null" ? lookupImage(values) : lookup(values);
        },
        run({ values }) {
          const image = persons.get(idOf(values));
          if (image === undefined) return { kind: "image" };
          const changes = ["w", "h", "type"].filter((name) => values.query[name] !== undefined);
          const notes =
            changes.length === 0
              ? []
              : [`The image comes as it was saved: the mock does not apply ${changes.join(", ")}.`];
          return { kind: "bytes", mediaType: image.mediaType, bytes: image.bytes, notes };
        },
      },
      getPersonImageInfo: {
        lookup: lookupImage,
        run({ values, example }) {
          const image = persons.get(idOf(values));
          if (image === undefined) return noImage;
          const body: ImageInfo = {
            ...(example as ImageInfo),
            BlobId: image.blobId,
            BlobSize: image.bytes.length,
            OriginalSize: image.bytes.length,
            MimeType: image.mediaType,
            CreatedDate: image.created,
            UpdatedDate: image.updated,
          };
          return { kind: "usual", body: body as Json };
        },
      },
      deletePersonImage: {
        lookup,
        run({ values }) {
          persons.set(idOf(values), undefined);
          return { kind: "usual", body: undefined };
        },
      },
    },
    async start(documents, seed) {
      const next = new Map<string, Image | undefined>();
      const firstBlobId = Number(usualExample(documents.operation("savePersonImage")) ?? 0);
      const info = usualExample(documents.operation("getPersonImageInfo")) as ImageInfo | undefined;
      const now = new Date().toISOString();
      const image = async (bytes: Uint8Array): Promise<Image> => ({
        blobId: firstBlobId,
        mediaType: (await imageType(bytes)) ?? "",
        bytes,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        created: info?.CreatedDate ?? now,
        updated: info?.UpdatedDate ?? now,
      });
      for (const [id, name] of seed === undefined ? documentedPersons(documents) : []) {
        next.set(id, name === undefined ? undefined : await image(fixture(name).bytes));
      }
      // The seed was checked against its schema.
      for (const { id, image: file } of (seed ?? []) as unknown as PersonSeed[]) {
        const room = maxTotalBytes - total(next);
        const seeded = file ? await image(seededImage(id, file, room)) : undefined;
        if (seeded !== undefined) requireOffered(documents, id, seeded.mediaType);
        next.set(String(id), seeded);
      }
      return () => {
        lastBlobId = firstBlobId;
        replace(persons, next);
      };
    },
    snapshot: () =>
      [...persons].map(([id, image]) => ({
        id: Number(id),
        image:
          image === undefined
            ? null
            : {
                blobId: image.blobId,
                mediaType: image.mediaType,
                bytes: image.bytes.length,
                sha256: image.sha256,
                created: image.created,
                updated: image.updated,
              },
      })),
  };
}

// Each operation documents other answers; the first of these names that it knows is taken.
const unknownPerson = refused(
  ["person-not-found", "no-stored-image", "invalid-person-id"],
  "The state has no such person.",
);
const noImage = refused(["no-stored-image"], "The person has no image.");

/** Every person that a documented call names, with the image that the exchanges return for it. */
function documentedPersons(documents: DocumentedStart): Map<string, string | undefined> {
  const persons = new Map<string, string | undefined>();
  const get = documents.operation("getPersonImage");
  for (const { request } of exchangesWhen(get, "no-stored-image")) {
    persons.set(String(request.path.personId), undefined);
  }
  for (const { request } of usualExchanges(documents.operation("savePersonImage"))) {
    persons.set(String(request.path.personId), undefined);
  }
  for (const { request, response } of usualExchanges(get)) {
    if (response.fixture !== undefined)
      persons.set(String(request.path.personId), response.fixture);
  }
  return persons;
}

/**
 * @param room for as many bytes there is room.
 * @throws Error that says whose image cannot be read.
 */
function seededImage(id: number, file: string, room: number): Uint8Array {
  try {
    const bytes = readRegularFile(file, maxKeptBytes);
    if (bytes.length <= room) return bytes;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(
      `The seed's image of person ${id} cannot be read: ${file} (${code ?? message}).`,
    );
  }
  throw new Error(
    `The seed's images have more than ${maxTotalBytes} bytes in all with that of person ${id}. Name fewer or smaller ones.`,
  );
}

/** @throws Error for an image that could not be given back, because the document has no such answer. */
function requireOffered(documents: DocumentedStart, id: number, mediaType: string): void {
  const offered = [...documents.operation("getPersonImage").binaryTypes];
  if (offered.includes(mediaType)) return;
  const what = mediaType === "" ? "not an image" : mediaType;
  throw new Error(`The seed's image of person ${id} is ${what}; it must be ${offered.join(", ")}.`);
}

/** @throws Problem 507 for a file that there was no room for. */
function requireContent({ content }: StateFile): Uint8Array {
  if (content !== undefined) return content;
  throw new Problem(
    507,
    `The stateful mock holds at most ${maxTotalBytes} bytes of images, those that arrive included, and ${maxKeptBytes} of one. Delete some, or POST /__mock/reset.`,
  );
}

function total(persons: ReadonlyMap<string, Image | undefined>): number {
  return [...persons.values()].reduce((sum, image) => sum + (image?.bytes.length ?? 0), 0);
}
