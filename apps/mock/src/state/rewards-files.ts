import { randomUUID } from "node:crypto";
import { imageType, Problem } from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import type { capillary } from "@image-apis/types";
import { maxFileCharacters, maxThings } from "./bounds.ts";
import { renamedFile } from "./renamed-file.ts";
import { type Resource, replace, type StateFile } from "./resource.ts";
import { vendorTime } from "./vendor-time.ts";

type Stored = capillary.components["schemas"]["RewardsFile"];

/** A file in a seed: the next upload of its name makes the version after this one. */
interface FileSeed {
  name: string;
  version: number;
}

/** What is remembered of a name. */
interface Remembered {
  version: number;
  /** `undefined` for a file of the seed, of which only the version is known. */
  file: Stored | undefined;
  /** As many as its JSON has. */
  characters: number;
}

/** The files of the file service by name; storing a name again raises its version. There are none at the start. */
export function rewardsFiles(): Resource {
  const files = new Map<string, Remembered>();
  let characters = 0;

  const remember = (name: string, json: string, version: number) => {
    const added = json.length - (files.get(name)?.characters ?? 0);
    const isNew = !files.has(name);
    if ((isNew && files.size >= maxThings) || characters + added > maxFileCharacters) {
      throw new Problem(
        507,
        `The stateful mock remembers at most ${maxThings} files, and ${maxFileCharacters} characters of what describes them. POST /__mock/reset, or use names again.`,
      );
    }
    characters += added;
    // Read from its JSON, no text holds on to the request that it is a part of.
    const file = JSON.parse(json) as Stored;
    files.set(file.name, { version, file, characters: json.length });
  };

  return {
    api: "capillary",
    name: "files",
    operations: {
      uploadRewardsFile: {
        lookup: () => undefined,
        async run({ values, files: [file], example, now }) {
          const name = values.path.fileName ?? "";
          const shown = example as unknown as capillary.components["schemas"]["RewardsFileStored"];
          const type = await contentType(name, file);
          const version = (files.get(name)?.version ?? 0) + 1;
          const token = renamedFile(shown.file.s3_token, `${randomUUID()}${extension(name)}`);
          const renamed = (text: string) => text.replaceAll(shown.file.s3_token, token);
          const stored: Stored = {
            ...shown.file,
            name,
            version,
            latest_version: version,
            fileSize: String(file?.bytes ?? 0),
            file_handle: randomUUID(),
            content_type: type,
            s3_token: token,
            s3_url: renamed(shown.file.s3_url),
            last_modified: vendorTime(now),
          };
          remember(name, JSON.stringify(stored), version);
          const secureFilePath = renamed(shown.secureFilePath);
          return { kind: "usual", body: { ...shown, file: stored, secureFilePath } };
        },
      },
    },
    async start(_, seed) {
      // The seed was checked against its schema.
      const seeded = (seed ?? []) as unknown as FileSeed[];
      return () => {
        characters = 0;
        replace(
          files,
          new Map(
            seeded.map(({ name, version }) => [name, { version, file: undefined, characters: 0 }]),
          ),
        );
      };
    },
    snapshot: () =>
      [...files].map(([name, { file, version }]): Json => ({ ...file, name, version })),
  };
}

/** As the bytes say, else as the client, else as the name of a placeholder. */
async function contentType(name: string, file: StateFile | undefined): Promise<string> {
  const found = file?.head && (await imageType(file.head));
  if (found !== undefined) return found;
  if (file?.mediaType.startsWith("image/")) return file.mediaType;
  const subtype = extension(name).slice(1).toLowerCase();
  return subtype === "" ? "application/octet-stream" : `image/${subtypes[subtype] ?? subtype}`;
}

const subtypes: Record<string, string> = { jpg: "jpeg", tif: "tiff", svg: "svg+xml" };

function extension(name: string): string {
  return /\.\w+$/.exec(name)?.[0] ?? "";
}
