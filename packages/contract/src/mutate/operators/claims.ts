import { pointerTokens, type Statement, valueAt } from "@image-apis/spec";
import type { Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import type { Subject } from "../subject.ts";

interface Claim {
  at: Path;
  statement: Statement;
  says: string;
}

/** The claims of the provenance, each with the way to it. */
function claims({ evidence }: Subject): Claim[] {
  return evidence.provenance.statements.flatMap((statement, index) => {
    const { kind, says } = statement;
    const at: Path = ["evidence", "provenance", "statements", index];
    return kind === "claim" && says !== undefined ? [{ at, statement, says }] : [];
  });
}

/** A description in which the words of a claim are replaced; it may break its lines among them. */
function reworded({ document }: Subject, pointer: string, says: string, by: string) {
  const text = valueAt(document, pointer);
  if (typeof text !== "string") throw new Error(`${pointer} is not text.`);
  return text.replace(/\s+/g, " ").replaceAll(says.replace(/\s+/g, " "), by);
}

const words: Operator = {
  name: "claim.words",
  does: "Takes the words of a claim out of the description they stand in.",
  find: (subject) =>
    claims(subject).flatMap(({ statement, says }) =>
      statement.at.map((pointer) => {
        const at: Path = ["document", ...pointerTokens(pointer)];
        const edits = [{ at, set: reworded(subject, pointer, says, "") }];
        return { at, detail: says, sentence: `A description no longer says: ${says}.`, edits };
      }),
    ),
};

const number: Operator = {
  name: "claim.number",
  does: "Changes a number in a description, and in the claim about it.",
  find: (subject) =>
    claims(subject).flatMap(({ at, statement, says }) => {
      const [, before] = /(?<![\w.])(\d+)(?![\w.,])/.exec(says) ?? [];
      if (before === undefined || statement.status === "inferred") return [];
      const next = says.replace(before, String(Number(before) + 3));
      const edits = [
        { at: [...at, "says"] as Path, set: next },
        ...statement.at.map((pointer) => ({
          at: ["document", ...pointerTokens(pointer)] as Path,
          set: reworded(subject, pointer, says, next),
        })),
      ];
      const detail = `${statement.at[0]} ${says}`;
      return [{ at, detail, sentence: `A description says: ${next}, instead of: ${says}.`, edits }];
    }),
};

const source: Operator = {
  name: "claim.source",
  does: "Lets a claim follow an entry that no inventory has.",
  find: (subject) =>
    claims(subject).flatMap(({ at: claim, statement, says }) =>
      statement.source.map((name, index) => {
        const at: Path = [...claim, "source", index];
        const detail = `${statement.at[0]} ${says} ${name}`;
        const sentence = `The claim "${says}" names ${name}.x instead of ${name}.`;
        return { at, detail, sentence, edits: [{ at, set: `${name}.x` }] };
      }),
    ),
};

const status: Operator = {
  name: "exchange.status",
  does: "Calls an exchange documented that is inferred or a companion's.",
  find: ({ exchanges }) =>
    exchanges.flatMap((exchange, index) => {
      if (exchange.status === "documented") return [];
      const at: Path = ["exchanges", index, "status"];
      const sentence = `${exchange.id} is called documented instead of ${exchange.status}.`;
      return [{ at, detail: exchange.id, sentence, edits: [{ at, set: "documented" }] }];
    }),
};

const page: Operator = {
  name: "exchange.source",
  does: "Names a page for an exchange that shows nothing of it.",
  find: ({ exchanges }) =>
    exchanges.map((exchange, index) => {
      const at: Path = ["exchanges", index, "source"];
      const sentence = `${exchange.id} names a page that nobody has, instead of ${exchange.source}.`;
      return { at, detail: exchange.id, sentence, edits: [{ at, set: "S99" }] };
    }),
};

/** What becomes of the words of a description, and of what an exchange claims. */
export const claimOperators: Operator[] = [words, number, source, status, page];
