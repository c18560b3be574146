import { storeCases } from "@image-apis/reference/store-contract";
import { describe, it } from "vitest";
import { openStore } from "./support/store.ts";

describe("the store of SQLite and disk", () => {
  for (const { name, run } of storeCases) it(name, () => run(openStore));
});
