import { clientFilesOf, commonClientFiles } from "../emit/client/client-files.ts";
import { typesFilesOf, typesIndex } from "../emit/types/types-files.ts";
import { type ApiSources, buildModel } from "../model/build.ts";
import type { ApiModel } from "../model/model.ts";

/** A folder of which every file is generated. */
export interface GeneratedFolder {
  /** From the root of the repository, with `/`. */
  folder: string;
  /** Texts by path from the folder, with `/`. */
  files: Map<string, string>;
}

/** What one API adds to each generated folder. */
interface ApiFiles {
  model: ApiModel;
  types: Map<string, string>;
  client: Map<string, string>;
}

/**
 * A generator that makes everything at each call; what it made for the same sources it keeps. It throws as
 * `buildModel` does.
 */
export function openGenerator(): (sources: readonly ApiSources[]) => Promise<GeneratedFolder[]> {
  const known = new WeakMap<ApiSources, Promise<ApiFiles>>();
  return async (sources) => {
    const apis = await Promise.all(
      sources.map((it) => {
        const files = known.get(it) ?? filesOf(it);
        known.set(it, files);
        return files;
      }),
    );
    const models = apis.map(({ model }) => model);
    const types = new Map(apis.flatMap((it) => [...it.types]));
    types.set("index.ts", typesIndex(models));
    const client = new Map([...apis.flatMap((it) => [...it.client]), ...commonClientFiles(models)]);
    return [
      { folder: "packages/types/src/generated", files: types },
      { folder: "packages/client/src/generated", files: client },
    ];
  };
}

async function filesOf(sources: ApiSources): Promise<ApiFiles> {
  const model = buildModel(sources);
  return { model, types: await typesFilesOf(model), client: clientFilesOf(model) };
}
