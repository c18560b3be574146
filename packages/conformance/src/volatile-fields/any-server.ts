import { instant, isNew, type Rule, type Rules } from "./rule.ts";
import { statefulRules } from "./stateful-rules.ts";

/*
 * What varies on a server of which nothing is known but its document. The documented value always holds in the first
 * place of a list: a mock may answer everything with its examples.
 */

const indexed = /^\d+\/\d+\/\d+$/;

const day = 24 * 60 * 60 * 1000;

const text: Rule = {
  words: "a text",
  holds: (value) => typeof value === "string" && value.trim() !== "",
};

/** Whoever reads an address of the web may be sent on; one of a storage is that of the token beside it. */
const address: Rule = {
  words: "an absolute address, and one in a storage that of the path beside it",
  holds(value, { documented, marked }) {
    if (typeof value !== "string" || !URL.canParse(value)) return false;
    const token = marked("storage-path");
    return (
      /^https?:/.test(String(documented)) || token === undefined || value.includes(String(token))
    );
  },
};

const time: Rule = {
  words: "a time that is not in the future",
  // A time without a zone may be ahead by that of the server.
  holds: (value, { history }) => instant(String(value), history.zone) < history.now + day,
};

const version: Rule = {
  words: "a version, higher than the number of uploads before it",
  holds(value, { marked, history: { isUpload, uploadsBefore } }) {
    // An image of a list is not a later version of the one before it.
    const isOneOfMany = indexed.test(String(marked("indexed-name")));
    return (
      Number.isInteger(value) && Number(value) > (isUpload && !isOneOfMany ? uploadsBefore : 0)
    );
  },
};

const latestVersion: Rule = {
  words: "the version",
  holds: (value, { marked }) => value === marked("version"),
};

/** `{orgId}/{customerId}/{imageIndex}`; any other name is the file's own. */
const indexedName: Rule = {
  words: "a name that ends in the image's index",
  holds(value, { documented, position, history }) {
    if (!indexed.test(String(documented))) return value === documented;
    const [, index] = /^\d+\/\d+\/(\d+)$/.exec(String(value)) ?? [];
    if (index === undefined) return false;
    // In a list the index is the position; new images come behind those that are there.
    return history.isUpload ? isNew(`index ${index}`, history) : Number(index) === position;
  },
};

const id: Rule = {
  words: "an id, a positive whole number",
  holds: (value, { documented }) =>
    typeof value === typeof documented && Number.isInteger(Number(value)) && Number(value) > 0,
};

const askedFor: Rule = {
  words: "the id that was asked for",
  holds: (value, { documented }) => value === documented,
};

const seconds: Rule = {
  words: "a positive number of seconds",
  holds: (value) => Number.isInteger(value) && Number(value) > 0,
};

const mediaType: Rule = {
  words: "a media type",
  holds: (value) => typeof value === "string" && /^[\w.+-]+\/[\w.+-]+$/.test(value),
};

/** What varies from server to server. */
export const anyServerRules: Rules = Object.fromEntries(
  Object.entries({
    ...statefulRules,
    "storage-path": text,
    address,
    time,
    version,
    "latest-version": latestVersion,
    "indexed-name": indexedName,
    id,
    "given-id": askedFor,
    secret: text,
    lifetime: seconds,
    "media-type": mediaType,
    // The vendors' words for people; programs go by the code.
    words: text,
  }).map(([kind, rule]) => [kind, kind === "address" ? rule : orDocumented(rule)]),
);

function orDocumented(rule: Rule): Rule {
  return {
    words: rule.words,
    holds: (value, field) =>
      // The rule first: it may have to remember the value.
      rule.holds(value, field) || (value === field.documented && field.position === 0),
  };
}
