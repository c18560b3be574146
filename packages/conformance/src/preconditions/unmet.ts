import { essence } from "@image-apis/http-contract";
import {
  type Exchange,
  fixtureSize,
  fixturesOf,
  type Operation,
  responseExamples,
} from "@image-apis/spec";
import { type Contract, operationFinder } from "../contract.ts";
import { asItCame } from "../difference.ts";
import { responseJudge } from "../documented-differences.ts";
import { type Read, readsOf } from "../effects/reads.ts";
import { storedItems } from "../effects/stored-list.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { readMarks } from "../volatile-fields/marks.ts";
import { isObject } from "../volatile-fields/rule.ts";

/** Something the server must know before it can be judged, and does not. */
export interface Unmet {
  read: Read;
  /** A sentence. */
  what: string;
  needs:
    | { is: "present"; exchange: Exchange }
    | { is: "absent"; exchange: Exchange }
    | { is: "removed"; positions: readonly number[] };
}

/** Finds what of the documented start a server does not have, from its answers to the reads of the exchanges. */
export type FindUnmet = (exchange: Exchange, answer: ReceivedResponse) => Promise<Unmet[]>;

/** Only what is plainly another start counts: an answer that is wrong is left to the checks. */
export function findUnmet(contract: Contract): FindUnmet {
  const reads = readsOf(contract);
  const operationOf = operationFinder(contract);
  const judge = responseJudge(contract, asItCame);
  const marks = readMarks(contract);
  const isLike = async (exchange: Exchange, answer: ReceivedResponse) =>
    (await judge.exchange(operationOf(exchange), exchange, [], answer)).length === 0;
  const uploaded = contract.exchanges.filter(({ response }) => response.status < 300);
  const sizes = new Set(
    uploaded.flatMap(({ request }) => fixturesOf(request.body).map(fixtureSize)),
  );
  const takesUploads = (read: Read) =>
    uploaded.some((it) => {
      if (fixturesOf(it.request.body).length === 0) return false;
      const effects = it.effects ?? reads.following(it, operationOf(it));
      return effects.some((effect) => reads.at(effect)?.key === read.key);
    });
  const leftovers = (read: Read, answer: ReceivedResponse): number[] => {
    const body = parseJson(new TextDecoder().decode(answer.bytes));
    const marked = marks.of(read.operation, answer.status, essence(answer.contentType));
    if (!isObject(body) || !takesUploads(read)) return [];
    const lists = Object.keys(body).filter((it) => marked.property(it).items().has("handle"));
    return lists.flatMap((name) =>
      (storedItems(body, name, marked) ?? []).flatMap(({ size }, position) =>
        sizes.has(Number(size)) ? [position] : [],
      ),
    );
  };
  return async (exchange, answer) => {
    const operation = operationOf(exchange);
    const read = reads.at({ read: exchange.operationId, path: exchange.request.path });
    if (read === undefined) return [];
    const others = contract.exchanges.filter(
      (it) => it.operationId === exchange.operationId && it.given.length === 0,
    );
    const when = conditionsOf(operation, exchange);
    if (isMissing(when)) {
      const isThere = answer.status < 300 && (await isLike(read.like, answer));
      if (!isThere) return [];
      const what = `${read.key} is documented as ${when.join(" and ")}, and the server has it.`;
      return [{ read, what, needs: { is: "absent", exchange } }];
    }
    if (exchange.response.status >= 300) return [];
    const needs = { is: "present" as const, exchange: read.like };
    for (const other of others.filter((it) => isMissing(conditionsOf(operation, it)))) {
      const isGone = answer.status === other.response.status && (await isLike(other, answer));
      if (!isGone) continue;
      const why = conditionsOf(operation, other).join(" and ");
      return [{ read, what: `${read.key} is documented, and the server says ${why}.`, needs }];
    }
    const [kind = "", expected = ""] = [answer.contentType, exchange.response.mediaType].map((it) =>
      essence(it ?? ""),
    );
    if (answer.status < 300 && kind.startsWith("image/") && expected.startsWith("image/")) {
      const isOther = kind !== expected && exchange.request.query.type === undefined;
      const itself = { ...exchange, response: { ...exchange.response, mediaType: kind } };
      if (!isOther || !(await isLike(itself, answer))) return [];
      const what = `${read.key} is documented as ${expected}, and the server has another image.`;
      return [{ read, what, needs }];
    }
    const positions = leftovers(read, answer);
    if (positions.length === 0) return [];
    const what = `${read.key} shows ${positions.length} images of an earlier run, which take the room of new ones.`;
    return [{ read, what, needs: { is: "removed", positions } }];
  };
}

/** Of a response that is no refusal none: an object without values is hardly told from one with some. */
function conditionsOf(operation: Operation, { response }: Exchange): string[] {
  if (response.status < 400) return [];
  return (
    responseExamples(operation).find(
      ({ status, key }) => status === response.status && key === response.example,
    )?.when ?? []
  );
}

/** Whether a condition is that something is not stored. */
function isMissing(when: readonly string[]): boolean {
  return when.some((it) => it.endsWith("-not-found") || it.startsWith("no-stored-"));
}
