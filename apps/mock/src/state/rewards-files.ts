import { randomUUID } from "node:crypto";
import { imageType } from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import type { capillary } from "@image-apis/types";
import { type Resource, replace, type StateFile } from "./resource.ts";
import { vendorTime } from "./vendor-time.ts";

type Stored = capillary.components["schemas"]["RewardsFile"];

/** A file in a seed: the next upload of its name makes the version after this one. */
interface FileSeed {
  name: string;
  version: number;
}

/** The files of the rewards catalogue by name; storing a name again raises its version. There are none at the start. */
export function rewardsFiles(): Resource {
  const versions = new Map<string, number>();
  const files = new Map<string, Stored>();

  return {
    name: "files",
    operations: {
      uploadRewardsFile: {
        lookup: () => undefined,
        async run({ values, files: [file], example, now }) {
          const name = values.path.fileName ?? "";
          const shown = example as unknown as capillary.components["schemas"]["RewardsFileStored"];
          const version = (versions.get(name) ?? 0) + 1;
          const token = shown.file.s3_token.replace(/[^/]*$/, `${randomUUID()}${extension(name)}`);
          const renamed = (text: string) => text.replaceAll(shown.file.s3_token, token);
          const stored: Stored = {
            ...shown.file,
            name,
            version,
            latest_version: version,
            fileSize: String(file?.bytes ?? 0),
            file_handle: randomUUID(),
            content_type: await contentType(name, file),
            s3_token: token,
            s3_url: renamed(shown.file.s3_url),
            last_modified: vendorTime(now),
          };
          versions.set(name, version);
          files.set(name, stored);
          const secureFilePath = renamed(shown.secureFilePath);
          return { kind: "usual", body: { ...shown, file: stored, secureFilePath } };
        },
      },
    },
    async start(_, seed) {
      // The seed was checked against its schema.
      const seeded = (seed ?? []) as unknown as FileSeed[];
      return () => {
        files.clear();
        replace(versions, new Map(seeded.map(({ name, version }) => [name, version])));
      };
    },
    snapshot: () =>
      [...versions].map(([name, version]): Json => ({ ...files.get(name), name, version })),
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
