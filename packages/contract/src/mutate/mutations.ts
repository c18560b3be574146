import { toPointer } from "@image-apis/spec";
import type { Path } from "./edit.ts";
import type { Mutation, Operator } from "./mutation.ts";
import type { Subject } from "./subject.ts";

/**
 * Every mutation that some operators find in some subjects.
 *
 * @throws Error When two of them have one id.
 */
export function mutations(
  subjects: readonly Subject[],
  operators: readonly Operator[],
): Mutation[] {
  const all = subjects.flatMap((subject) =>
    operators.flatMap((operator) =>
      operator.find(subject).map(({ at, detail, sentence, edits }): Mutation => {
        const pointer = pointerTo(at);
        // The evidence and the exchanges are lists: an index would change with every entry before it.
        const stable = at[0] === "document" ? pointer : `/${at[0]}`;
        const place = `${operator.name} ${subject.api}#${stable}`;
        const id = detail === undefined ? place : `${place} ${detail}`;
        return { id, operator: operator.name, api: subject.api, pointer, sentence, edits };
      }),
    ),
  );
  const ids = all.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw new Error(`Two mutations are called ${twice}.`);
  return all;
}

function pointerTo([root, ...tokens]: Path): string {
  return toPointer(root === "document" ? tokens : [root, ...tokens]);
}
