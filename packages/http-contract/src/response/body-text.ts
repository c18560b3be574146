/** Something that was read, or why it cannot be; the reason repeats nothing of the text. */
export type Read<Value> = { value: Value } | { reason: string };

/**
 * The text of a body that is JSON or XML and has to be UTF-8: by RFC 8259, and because an XML declaration or a `charset`
 * that says otherwise makes readers differ.
 *
 * @param contentType The whole `Content-Type`, with its parameters.
 */
export function bodyText(bytes: Uint8Array, contentType: string): Read<string> {
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1];
  if (charset !== undefined && !isUtf8(charset)) {
    return { reason: "its Content-Type names another charset than UTF-8" };
  }
  try {
    return { value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { reason: "its bytes are not UTF-8" };
  }
}

/** The value of JSON. A byte order mark and a name that an object has twice make readers differ. */
export function jsonValue(text: string, whyNot: (error: Error) => string): Read<unknown> {
  if (text.startsWith("\ufeff")) return { reason: "it begins with a byte order mark" };
  try {
    const value: unknown = JSON.parse(text);
    return hasRepeatedName(text) ? { reason: "an object has a name twice" } : { value };
  } catch (error) {
    return { reason: whyNot(error as Error) };
  }
}

/** Without the byte order mark that XML may have, unless its declaration names another encoding. */
export function xmlText(text: string): Read<string> {
  const xml = text.replace(/^\ufeff/, "");
  const [, encoding = "utf-8"] = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(xml) ?? [];
  return isUtf8(encoding)
    ? { value: xml }
    : { reason: "its declaration names another encoding than UTF-8" };
}

function isUtf8(name: string): boolean {
  return /^(?:utf-?8|us-ascii)$/i.test(name);
}

/**
 * Goes through the characters one by one: a regular expression runs out of stack on a long text of escapes.
 *
 * @param json A text that is JSON.
 */
function hasRepeatedName(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let latest = "";
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === "{") open.push(new Set());
    else if (character === "[") open.push(undefined);
    else if (character === "}" || character === "]") open.pop();
    else if (character === '"') {
      const start = at;
      for (at += 1; json[at] !== '"'; at++) if (json[at] === "\\") at += 1;
      latest = json.slice(start, at + 1);
    } else if (character === ":") {
      const names = open.at(-1);
      const name: string = JSON.parse(latest);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
