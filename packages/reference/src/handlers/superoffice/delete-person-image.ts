import type { ReferenceOperation } from "../handler.ts";
import type { Operations, SuperofficeContext } from "./context.ts";
import { personOf, unknownPerson } from "./person.ts";

/** Deletes the image of a person; one that has none stays without. */
export function deletePersonImage({
  store,
  documented: of,
}: SuperofficeContext): ReferenceOperation<Operations["deletePersonImage"]> {
  const documented = of("deletePersonImage");
  return {
    missing: async (rows, request) =>
      (await personOf(rows, request)) === undefined ? unknownPerson(documented) : undefined,
    handle: (request) =>
      store.write(async (rows) => {
        const person = await personOf(rows, request);
        if (person === undefined) return unknownPerson(documented);
        await rows.putPerson({ ...person, image: undefined });
        return { status: 204 };
      }),
  };
}
