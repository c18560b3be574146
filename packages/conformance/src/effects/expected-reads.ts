import { essence, isJson } from "@image-apis/http-contract";
import {
  type Effect,
  type Exchange,
  fixture,
  fixtureMediaType,
  fixtureSize,
  fixturesOf,
  type Json,
  type Operation,
} from "@image-apis/spec";
import type { Contract } from "../contract.ts";
import { compare, type Difference, fingerprint, inside, type Wording } from "../difference.ts";
import { responseJudge } from "../documented-differences.ts";
import { expectedResponse } from "../expected-response.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { type Marked, readMarks } from "../volatile-fields/marks.ts";
import { isObject } from "../volatile-fields/rule.ts";
import { answeredId } from "./answered-id.ts";
import { listDifferences } from "./list-differences.ts";
import type { Read } from "./reads.ts";
import { storedItems, storedListIn } from "./stored-list.ts";

/** An accepted request, and a read before and after it. */
export interface Observed {
  exchange: Exchange;
  operation: Operation;
  read: Read;
  was: ReceivedResponse;
  now: ReceivedResponse;
  /** The answer to the request. */
  answer: ReceivedResponse;
}

/** What reads have to show after a request that changed something. */
export interface ExpectedReads {
  note(operation: Operation, answer: ReceivedResponse): void;
  differences(effect: Effect, observed: Observed): Promise<Difference[]>;
}

export function expectedReads(contract: Contract, wording: Wording): ExpectedReads {
  const { document } = contract;
  const judge = responseJudge(contract, wording);
  const marks = readMarks(contract);
  /** Handles of what this run stored. */
  const own = new Set<Json>();
  const markedOf = (operation: Operation, { status, contentType }: ReceivedResponse) =>
    marks.of(operation, status, essence(contentType));

  const shown = async (effect: Effect, { exchange, read, now }: Observed) => {
    const response = effect.shows ?? read.like.response;
    const like: Exchange = { ...read.like, response, request: exchangeRequest(read), given: [] };
    const found = await judge.exchange(read.operation, like, [exchange], now);
    const documented = expectedResponse(document, read.operation, like).body;
    if (documented.kind !== "json" || found.length > 0) return found;
    return [
      ...found,
      ...stillThere(documented.value, bodyOf(now), markedOf(read.operation, now), wording),
    ];
  };
  const listed = (name: string, effect: Effect, observed: Observed) => {
    const { exchange, operation, read, was, now, answer } = observed;
    const readable = compare("status", 200, now.status);
    const items = (response: ReceivedResponse) =>
      storedItems(bodyOf(response), name, markedOf(read.operation, response));
    const before = items(was) ?? [];
    const after = items(now);
    if (readable.length > 0) return readable;
    if (after === undefined)
      return [{ what: `body /${name}`, expected: "a list", received: "none" }];
    const positions = effect.removed === undefined ? [] : exchange.request.query[effect.removed];
    const told = storedItems(bodyOf(answer), ...listOfAnswer(operation, answer)) ?? [];
    return listDifferences(`body /${name}`, {
      before,
      after,
      own,
      removed: [positions ?? []].flat().map(Number),
      sizes: effect.removed === undefined ? fixturesOf(exchange.request.body).map(fixtureSize) : [],
      told: told.map(({ handle }) => handle),
    });
  };
  const listOfAnswer = (operation: Operation, answer: ReceivedResponse): [string, Marked] => {
    const marked = markedOf(operation, answer);
    return [storedListIn(bodyOf(answer), marked) ?? "", marked];
  };
  return {
    note(operation, answer) {
      for (const { handle } of storedItems(bodyOf(answer), ...listOfAnswer(operation, answer)) ??
        []) {
        own.add(handle);
      }
    },
    async differences(effect, observed) {
      const { exchange, operation, read, now, answer } = observed;
      if (effect.shows !== undefined) return shown(effect, observed);
      const [file, ...others] = fixturesOf(exchange.request.body);
      if (!isJson(read.like.response.mediaType ?? "")) {
        return file === undefined || others.length > 0 ? [] : fileDifferences(file, now, wording);
      }
      const documented = expectedResponse(document, read.operation, read.like).body;
      if (documented.kind !== "json") return [];
      const marked = marks.of(
        read.operation,
        read.like.response.status,
        read.like.response.mediaType,
      );
      const list = storedListIn(documented.value, marked);
      if (list !== undefined) return listed(list, effect, observed);
      if (file === undefined || others.length > 0) return [];
      const id = answeredId(operation, answer, marks);
      return aboutTheFile(documented.value, bodyOf(now), marked, { file, id }, wording);
    },
  };
}

/** The request of a read as that of an exchange: a read has no body. */
function exchangeRequest({
  request: { path, query, headers, security },
}: Read): Exchange["request"] {
  return { path, query, headers, security };
}

function bodyOf({ bytes }: ReceivedResponse): Json {
  return parseJson(new TextDecoder().decode(bytes));
}

function fileDifferences(name: string, now: ReceivedResponse, wording: Wording): Difference[] {
  const { bytes, mediaType } = fixture(name);
  const outside = [
    ...compare("status", 200, now.status),
    ...compare("media type", mediaType, essence(now.contentType), wording),
  ];
  return outside.length > 0 ? outside : compare("body", fingerprint(bytes), fingerprint(now.bytes));
}

/** What a read tells of one stored file: its size, its media type, and the id that storing it was answered with. */
function aboutTheFile(
  documented: Json,
  now: Json,
  marked: Marked,
  { file, id }: { file: string; id: number | undefined },
  wording: Wording,
): Difference[] {
  if (!isObject(documented)) return [];
  return Object.keys(documented).flatMap((name) => {
    const received = isObject(now) ? now[name] : undefined;
    const differ = (expected: Json | undefined) =>
      expected === undefined ? [] : compare(inside("body", name), expected, received, wording);
    switch (marked.property(name).varies) {
      case "size":
        return differ(fixtureSize(file));
      case "media-type":
        return differ(fixtureMediaType(file));
      case "id":
        return differ(id);
      default:
        return [];
    }
  });
}

/** What tells of a stored file where the documented body tells of none. */
function stillThere(documented: Json, now: Json, marked: Marked, wording: Wording): Difference[] {
  if (!isObject(documented) || !isObject(now)) return [];
  return Object.keys(now)
    .filter((name) => !(name in documented) && now[name] !== null)
    .filter((name) => ["size", "id", "handle"].includes(marked.property(name).varies ?? ""))
    .map((name) => ({
      what: inside("body", name),
      expected: "nothing",
      received: wording.value(now[name]),
    }));
}
