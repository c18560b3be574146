import type { Evidence, Statement } from "@image-apis/spec";
import type { Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";

const statements: Path = ["evidence", "provenance", "statements"];

const remove: Operator = {
  name: "source.remove",
  does: "Deletes a statement of the provenance.",
  find: ({ evidence }) =>
    evidence.provenance.statements.map((statement, index) => ({
      at: [...statements, index],
      detail: nameOf(statement),
      sentence: `Nothing says where ${statement.at[0]} comes from.`,
      edits: [{ at: [...statements, index], remove: true }],
    })),
};

const place: Operator = {
  name: "source.place",
  does: "Lets a statement be about one place less. A remark may be about any number.",
  find: ({ evidence }) =>
    evidence.provenance.statements.flatMap((statement, index) =>
      (statement.kind === "behaviour" ? [] : statement.at).map((pointer, nth) => ({
        at: [...statements, index, "at", nth],
        detail: nameOf(statement, pointer),
        sentence: `Nothing says where ${pointer} comes from.`,
        edits: [{ at: [...statements, index, "at", nth], remove: true }],
      })),
    ),
};

const entry: Operator = {
  name: "source.entry",
  does: "Deletes an entry of an inventory.",
  find: ({ evidence }) =>
    evidence.inventories.flatMap(({ key, entries }, page) =>
      entries.map(({ id }, index) => {
        const at: Path = ["evidence", "inventories", page, "entries", index];
        const sentence = `${key}#${id} is not in its inventory.`;
        return { at, detail: `${key}#${id}`, sentence, edits: [{ at, remove: true as const }] };
      }),
    ),
};

const claim: Operator = {
  name: "source.claim",
  does: "Takes its sources away from a statement that is not an inference.",
  find: ({ evidence }) =>
    evidence.provenance.statements.flatMap((statement, index) => {
      if (statement.status === "inferred") return [];
      const at: Path = [...statements, index, "source"];
      const sentence = `${statement.at[0]} is called ${statement.status} without a source.`;
      return [{ at, detail: nameOf(statement), sentence, edits: [{ at, set: [] }] }];
    }),
};

const status: Operator = {
  name: "source.status",
  does: "Calls a statement documented that is inferred or contradicted.",
  find: ({ evidence }) =>
    evidence.provenance.statements.flatMap((statement, index) => {
      if (statement.status === "documented" || statement.status === "companion") return [];
      const at: Path = [...statements, index, "status"];
      const sentence = `${statement.at[0]} is called documented instead of ${statement.status}.`;
      const detail = nameOf(statement);
      return [{ at, detail, sentence, edits: [{ at, set: "documented" }] }];
    }),
};

const leftOut: Operator = {
  name: "source.left-out",
  does: "Forgets why an entry of an inventory is left out.",
  find: ({ evidence }) =>
    evidence.provenance.leftOut.map(({ source }, index) => {
      const at: Path = ["evidence", "provenance", "leftOut", index];
      const sentence = `Nothing says why ${source} is left out.`;
      return { at, detail: source, sentence, edits: [{ at, remove: true }] };
    }),
};

const fact: Operator = {
  name: "source.fact",
  does: "Changes the name, the type or the value that an entry of an inventory states.",
  find: ({ evidence }) =>
    evidence.inventories.flatMap(({ key, entries }, page) =>
      entries.flatMap((held, index) =>
        claimed(evidence, `${key}#${held.id}`) && held.kind !== "behaviour"
          ? facts.flatMap(([name, change]) => {
              const before = held[name];
              if (typeof before !== "string" && typeof before !== "number") return [];
              const at: Path = ["evidence", "inventories", page, "entries", index, name];
              const next = change(before);
              const sentence = `${key}#${held.id} states the ${name} ${next} instead of ${before}.`;
              return [
                {
                  at,
                  detail: `${name} of ${key}#${held.id}`,
                  sentence,
                  edits: [{ at, set: next }],
                },
              ];
            })
          : [],
      ),
    ),
};

const facts: ["name" | "type" | "value", (before: string | number) => string | number][] = [
  ["name", (before) => `x${before}`],
  ["type", (before) => (/^(int|num)/i.test(String(before)) ? "string" : "integer")],
  ["value", (before) => (typeof before === "number" ? before + 1 : `x${before}`)],
];

/** Whether a statement follows an entry. One that is overruled is read, not followed. */
function claimed({ provenance }: Evidence, source: string): boolean {
  const overruled = provenance.contradictions.flatMap((it) => it.overruled ?? []);
  const claims = provenance.statements.filter((it) => it.source.includes(source));
  return claims.some((it) => it.status !== "inferred") && !overruled.includes(source);
}

/** One description can hold many claims. */
function nameOf({ kind, at: [first = ""], says }: Statement, place = first): string {
  return [kind, place, says].filter((it) => it !== undefined).join(" ");
}

/** What becomes of the evidence. */
export const sourceOperators: Operator[] = [remove, place, entry, claim, status, leftOut, fact];
