import type { Documents } from "./base.ts";
import type { Change } from "./change.ts";
import { compareDocuments } from "./compare.ts";

/** What changed in every API of two states of the repository. */
export async function compareAll(before: Documents, after: Documents): Promise<Change[]> {
  const changes: Change[] = [];
  for (const api of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(api), after.get(api)];
    if (old !== undefined && now !== undefined) {
      changes.push(...(await compareDocuments(api, old, now)));
    } else if (now !== undefined) {
      changes.push({ api, size: "additive", where: "the document", text: "the API is new" });
    } else {
      changes.push({ api, size: "breaking", where: "the document", text: "the API is gone" });
    }
  }
  return changes;
}
