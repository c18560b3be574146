import { Command } from "commander";
import { openFolder } from "../folder/data-folder.ts";
import { importFile, type Progress } from "../import/import-file.ts";
import { callScope } from "../listening/call-scope.ts";
import { dataOption } from "./options.ts";

/** `image-apis-server import`: customers and persons from a file of JSON lines. */
export function importCommand(): Command {
  return new Command("import")
    .description(
      "Reads customers and persons from a file of JSON lines; goes on where it was cut off.",
    )
    .argument("<file>")
    .addOption(dataOption())
    .action(async (file: string, { data }: { data: string }) => {
      const folder = await openFolder(data, { isExclusive: false });
      try {
        const scope = { requestId: "", address: "", principal: "command", operation: "import" };
        const { lines } = await callScope.run(scope, () => importFile(folder, file, showProgress));
        if (process.stderr.isTTY) process.stderr.write("\n");
        console.log(`${lines} lines are in.`);
      } finally {
        await folder.close();
      }
    });
}

const barWidth = 40;

/** A bar for people; a log has no use for it. */
function showProgress({ lines, bytes, totalBytes }: Progress): void {
  if (!process.stderr.isTTY) return;
  const done = totalBytes === 0 ? barWidth : Math.floor((bytes / totalBytes) * barWidth);
  const bar = "#".repeat(done).padEnd(barWidth, ".");
  process.stderr.write(`\r[${bar}] ${lines} lines`);
}
