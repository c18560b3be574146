import { Command } from "commander";
import { type CheckOptions, checkFolder } from "../folder/check.ts";
import { openFolder } from "../folder/data-folder.ts";
import { dataOption } from "./options.ts";

/** `image-apis-server check`: compares rows with bytes; exit code 1 where they differ. */
export function checkCommand(): Command {
  return new Command("check")
    .description("Compares what the rows name with the files on the disk, both ways.")
    .addOption(dataOption())
    .option("--repair", "remove the files that no row names")
    .option("--bytes", "read every byte and compare its hash")
    .action(async ({ data, ...options }: CheckOptions & { data: string }) => {
      const folder = await openFolder(data, { isExclusive: true, floorBytes: 0 });
      try {
        const { named, missing, damaged, orphaned, isRepaired } = await checkFolder(
          folder,
          options,
        );
        for (const it of missing) console.log(`missing: ${it}`);
        for (const it of damaged) console.log(`damaged: ${it}`);
        for (const it of orphaned) console.log(`${isRepaired ? "removed" : "orphaned"}: ${it}`);
        console.log(
          `${named} files named, ${missing.length} missing, ${damaged.length} damaged, ${orphaned.length} orphaned${isRepaired ? " and removed" : ""}.`,
        );
        const left = isRepaired ? 0 : orphaned.length;
        if (missing.length + damaged.length + left > 0) process.exitCode = 1;
      } finally {
        await folder.close();
      }
    });
}
