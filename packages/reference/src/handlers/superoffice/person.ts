import type { DocumentedOperation } from "../../documented/documented-operation.ts";
import type { Told } from "../../documented/explanation.ts";
import type { Person, PersonImage } from "../../store/records.ts";
import type { Rows } from "../../store/store.ts";

interface Named {
  path: { personId: number };
}

/** The person with the id of the path. */
export function personOf(rows: Rows, { path }: Named): Promise<Person | undefined> {
  return rows.person(String(path.personId));
}

/** The refusal of a person that nobody knows. Each operation documents another one. */
export function unknownPerson<Response>(documented: DocumentedOperation<Response>): Told<Response> {
  return documented.refusal(
    ["person-not-found", "no-stored-image", "invalid-person-id"],
    "The state has no such person.",
  );
}

/** The image of a person, or the refusal of one that has none. */
export async function imageOrRefusal<Response>(
  documented: DocumentedOperation<Response>,
  rows: Rows,
  request: Named,
): Promise<{ image: PersonImage } | { refusal: Told<Response> }> {
  const person = await personOf(rows, request);
  if (person === undefined) return { refusal: unknownPerson(documented) };
  if (person.image !== undefined) return { image: person.image };
  return { refusal: documented.refusal(["no-stored-image"], "The person has no image.") };
}
