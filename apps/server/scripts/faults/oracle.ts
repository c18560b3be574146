import { checkFolder } from "../../src/folder/check.ts";
import { openFolder } from "../../src/folder/data-folder.ts";
import { sweep } from "../../src/folder/sweep.ts";
import { SqliteStore } from "../../src/store/sqlite-store.ts";
import type { Told } from "./clients.ts";

/** What became of a folder whose server was killed. */
export interface Found {
  /** Unfinished files that the sweep of a start removes. */
  swept: number;
  /** What was answered and is not there, byte for byte. */
  readonly lost: string[];
  /** What is there and named by nothing, after that sweep. */
  readonly orphaned: string[];
}

/** Opens a folder as the next start does, and holds it against what clients were told. */
export async function judgeFolder(data: string, all: readonly Told[]): Promise<Found> {
  const folder = await openFolder(data, { isExclusive: true, floorBytes: 0 });
  try {
    const swept = await sweep(folder);
    const { missing, damaged, orphaned } = await checkFolder(folder, { bytes: true });
    const notes = folder.reader.all("select key from blob where state <> 'live'");
    const found: Found = {
      swept,
      lost: [...missing, ...damaged],
      orphaned: [...orphaned, ...notes.map(({ key }) => `note of ${key}`)],
    };
    const store = new SqliteStore(folder);
    for (const told of all) {
      const { sha256, version } = await store.read(async (rows) => {
        const name = /^rewards file (.+)$/.exec(told.subject)?.[1];
        if (name === undefined) {
          const person = await rows.person(told.subject.slice("person ".length));
          return { sha256: person?.image?.file.sha256, version: undefined };
        }
        const file = await rows.rewardsFile(name);
        return { sha256: file?.upload?.file?.sha256, version: file?.version ?? 0 };
      });
      const isUnderWay = sha256 !== undefined && told.underWay.has(sha256);
      if (told.answered !== undefined && sha256 !== told.answered && !isUnderWay) {
        found.lost.push(`${told.subject} has ${sha256 ?? "nothing"} for ${told.answered}`);
      }
      // What was under way counts from now on where it came to be, since the next round goes on from there.
      if (isUnderWay) {
        told.answered = sha256;
        told.uploads += 1;
      }
      told.underWay.clear();
      if (version !== undefined && version !== told.uploads) {
        found.lost.push(`${told.subject} has version ${version} after ${told.uploads} uploads`);
      }
    }
    return found;
  } finally {
    await folder.close();
  }
}
