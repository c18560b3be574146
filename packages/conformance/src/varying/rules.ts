import type { Json, Varies } from "@image-apis/spec";
import type { Occasion } from "./occasion.ts";

/** A value in an answer, and what stands around it. */
export interface Place {
  /** What the document has there. */
  documented: Json;
  /** The object that holds it; empty where there is none. */
  owner: Readonly<Record<string, Json>>;
  /** Its position in the nearest list around it, from 0. */
  position: number;
  occasion: Occasion;
}

/** A value that differs from server to server and from call to call: what it must be all the same. */
export interface Rule {
  /** What it must be, in words. */
  words: string;
  holds(value: Json, place: Place): boolean;
}

/** By name of a property, without regard to case and `_`; `""` for a body that is one value. */
export type Rules = Readonly<Record<string, Rule>>;

/** By kind, as `x-varies` names it. */
export type RulesByKind = Readonly<Partial<Record<Varies, Rule>>>;

const handle: Rule = {
  words: "a UUID that nothing else in the answer has",
  holds: (value, { occasion }) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(value)) && isNew(value, occasion),
};

const size: Rule = {
  words: "the size of the file in bytes",
  holds(value, { documented, position, occasion: { uploaded, isUpload } }) {
    if (typeof value !== typeof documented || !/^\d+$/.test(String(value))) return false;
    if (isUpload) return Number(value) === (uploaded[position] ?? 0);
    return uploaded.length === 0 || uploaded.includes(Number(value));
  },
};

const token: Rule = {
  words: "a path in the storage, below the file's namespace",
  holds: (value, { owner }) =>
    typeof value === "string" && new RegExp(`^${owner.namespace}/[\\w./-]+$`).test(value),
};

const address: Rule = {
  words: "an address like the documented one, of the file's token",
  holds(value, { documented, owner }) {
    const file = isObject(owner.file) ? owner.file : owner;
    const stored = file.s3Token ?? file.s3_token;
    const scheme = String(documented).split(":", 1)[0];
    return (
      typeof value === "string" &&
      URL.canParse(value) &&
      value.startsWith(`${scheme}://`) &&
      value.includes(String(stored))
    );
  },
};

const time: Rule = {
  words: "the time of this call, or the documented one",
  holds: (value, { documented, occasion }) =>
    value === documented || Math.abs(occasion.now - instant(String(value), occasion.zone)) < 60_000,
};

const version: Rule = {
  words: "one more than the uploads before it; -1 where the document has -1",
  holds: (value, { documented, occasion: { isUpload, uploadsBefore } }) =>
    (documented === -1 && value === -1) ||
    (Number.isInteger(value) && (isUpload ? value === uploadsBefore + 1 : Number(value) >= 1)),
};

const latestVersion: Rule = {
  words: "the version",
  holds: (value, { owner }) => value === owner.version,
};

/** `{orgId}/{customerId}/{imageIndex}`; any other name is the file's own. */
const indexedName: Rule = {
  words: "the documented name, its last number the position in the list",
  holds(value, { documented, position }) {
    const [, folder] = /^(\d+\/\d+)\/\d+$/.exec(String(documented)) ?? [];
    return value === (folder === undefined ? documented : `${folder}/${position}`);
  },
};

const id: Rule = {
  words: "an id, a whole number from the documented one on",
  holds: (value, { documented }) =>
    typeof value === typeof documented &&
    Number.isInteger(Number(value)) &&
    Number(value) >= Number(documented),
};

/** What varies in the answers of a server that keeps state and was started from the documents. */
export const statefulRules: RulesByKind = {
  handle,
  size,
  "storage-path": token,
  address,
  time,
  version,
  "latest-version": latestVersion,
  "indexed-name": indexedName,
  id,
};

/** A moment with its zone; one that is written without has the given one. */
export function instant(text: string, zone: string): number {
  return Date.parse(text.includes("T") ? text : `${text.replace(" ", "T")}${zone}`);
}

function isNew(value: Json, { seen }: Occasion): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

export function isObject(value: Json | undefined): value is Record<string, Json> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
