import { essence } from "@image-apis/http-contract";
import type { Json, Operation } from "@image-apis/spec";
import type { Contract } from "../contract.ts";
import { type Difference, inside, type Wording } from "../difference.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { type MarkedValue, markedValues } from "../volatile-fields/marked-values.ts";
import { readMarks } from "../volatile-fields/marks.ts";
import { isAboutNow } from "./about-now.ts";
import { answeredId } from "./answered-id.ts";

/** Holds what a server made up for what it stored against its own history in one run. */
export interface Identity {
  /** Of an accepted request that stored something: what was there before, or is not of now. */
  differences(operation: Operation, answer: ReceivedResponse): Difference[];
}

/** @param wording How what came is written in the differences. */
export function identityOf(contract: Contract, wording: Wording): Identity {
  const marks = readMarks(contract);
  const seen = new Set<string>();
  const isNew = (kind: string, value: Json) => {
    const key = `${kind} ${JSON.stringify(value)}`;
    return seen.size < seen.add(key).size;
  };
  const differ = (at: string, expected: string, value: Json): Difference[] => [
    {
      what: at === "" ? "body" : inside("body", at.slice(1)),
      expected,
      received: wording.value(value),
    },
  ];
  return {
    differences(operation, answer) {
      const marked = marks.of(operation, answer.status, essence(answer.contentType));
      const id = answeredId(operation, answer, marks);
      if (id !== undefined) {
        const isFresh = isNew(operation.operationId, id);
        return isFresh ? [] : differ("", "an id that nothing else got in this run", id);
      }
      const values = markedValues(parseJson(new TextDecoder().decode(answer.bytes)), marked);
      return values.flatMap(({ at, kind, value }: MarkedValue) => {
        if (kind === "handle" || kind === "storage-path") {
          if (isNew(kind, value)) return [];
          return differ(at, "one that nothing else got in this run", value);
        }
        if (kind !== "time" || isAboutNow(value, answer, marks.zone)) return [];
        return differ(at, "the time of this call", value);
      });
    },
  };
}
