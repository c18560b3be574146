import { expect, it } from "vitest";
import { killRounds } from "../scripts/faults/kills.ts";
import { useFolders } from "./support/folder.ts";

const newFolder = useFolders();

it("a server that is killed in the middle of uploads has lost nothing that was answered, and leaves nothing else", async () => {
  const found = await killRounds(newFolder(), 2);
  expect(found).toMatchObject({ rounds: 2, lost: [], orphaned: [] });
});
