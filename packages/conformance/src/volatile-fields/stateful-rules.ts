import { instant, isNew, type Rule, type Rules } from "./rule.ts";

const handle: Rule = {
  words: "a UUID that nothing else in the response has",
  holds: (value, { history }) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(value)) && isNew(value, history),
};

const size: Rule = {
  words: "the size of the file in bytes",
  holds(value, { documented, position, history: { uploaded, isUpload } }) {
    if (typeof value !== typeof documented || !/^\d+$/.test(String(value))) return false;
    if (isUpload) return Number(value) === (uploaded[position] ?? 0);
    return uploaded.length === 0 || uploaded.includes(Number(value));
  },
};

const token: Rule = {
  words: "a path in the storage, below the documented folder",
  holds(value, { documented }) {
    const [folder] = String(documented).split("/", 1);
    return (
      typeof value === "string" &&
      value.startsWith(`${folder}/`) &&
      /^[\w-]+\/[\w./-]+$/.test(value)
    );
  },
};

const address: Rule = {
  words: "an address like the documented one, of the path in the storage",
  holds(value, { documented, marked }) {
    const scheme = String(documented).split(":", 1)[0];
    return (
      typeof value === "string" &&
      URL.canParse(value) &&
      value.startsWith(`${scheme}://`) &&
      value.includes(String(marked("storage-path")))
    );
  },
};

const time: Rule = {
  words: "the time of this call, or the documented one",
  holds: (value, { documented, history }) =>
    value === documented || Math.abs(history.now - instant(String(value), history.zone)) < 60_000,
};

const version: Rule = {
  words: "one more than the uploads before it; -1 where the document has -1",
  holds: (value, { documented, history: { isUpload, uploadsBefore } }) =>
    (documented === -1 && value === -1) ||
    (Number.isInteger(value) && (isUpload ? value === uploadsBefore + 1 : Number(value) >= 1)),
};

const latestVersion: Rule = {
  words: "the version, as in the document",
  holds: (value, { documented, marked, documentedAs }) =>
    value === marked("version") && documented === documentedAs("version"),
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

/** What varies in the responses of a server that keeps state and was started from the documents. */
export const statefulRules: Rules = {
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
