import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary folder for one run and the processes it starts. */
export interface OwnTemporaryFolder {
  /** What a child needs in its environment to put its temporary files there. */
  env: Record<"TMPDIR" | "TMP" | "TEMP", string>;
  /** The names of what is in it now, sorted. */
  leftovers(): string[];
  /** Removes it with all it holds. The end of this process does the same. */
  remove(): void;
}

/**
 * Node keeps compiled code of the commands here on purpose, once for all that run on a machine, see
 * `module.enableCompileCache()`.
 */
const kept = ["node-compile-cache"];

/** Makes the folder. An interruption lets the children end first; a second one ends this process at once. */
export function ownTemporaryFolder(): OwnTemporaryFolder {
  const folder = realpathSync(mkdtempSync(join(shortFolder(), "run-")));
  let interruptions = 0;
  const interrupted = () => {
    interruptions++;
    if (interruptions > 1) process.exit(130);
  };
  const terminated = () => process.exit(143);
  const remove = () => {
    process.off("SIGINT", interrupted).off("SIGTERM", terminated).off("exit", remove);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.on("SIGINT", interrupted).on("SIGTERM", terminated).on("exit", remove);
  return {
    env: { TMPDIR: folder, TMP: folder, TEMP: folder },
    leftovers: () =>
      readdirSync(folder)
        .filter((name) => !kept.includes(name))
        .sort(),
    remove,
  };
}

/** A browser's socket stands two folders down, and its whole path may have little more than 100 characters. */
function shortFolder(): string {
  const folder = tmpdir();
  return process.platform !== "win32" && folder.length > 30 ? "/tmp" : folder;
}
