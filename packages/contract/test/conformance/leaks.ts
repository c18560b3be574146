import { parseJson } from "@image-apis/conformance/judging";
import type { Json } from "@image-apis/spec";
import fc from "fast-check";
import type { Answer } from "../in-front-of.ts";

/** Writes a text somewhere into a response. */
export interface Leak {
  name: string;
  put: (text: string, right: Answer) => Partial<Answer>;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** What a header can carry; anything else is percent-encoded. */
const inHeader = (text: string) => text.replace(/[^ -~]/g, (it) => encodeURIComponent(it));

const inHeaderName = (text: string) => text.replace(/[^\w!#$%&'*+.^`|~-]/g, "-").slice(0, 200);

/** Changes the JSON of a response; a response without gets some. */
const json =
  (change: (value: Json) => Json) =>
  ({ type, body }: Answer): Partial<Answer> => {
    const text = Buffer.from(body).toString();
    const value = type.includes("json") && text !== "" ? parseJson(text) : {};
    return { type: "application/json", body: encode(JSON.stringify(change(value))) };
  };

const everyText = (value: Json, change: (text: string, key: string) => Json, key = ""): Json => {
  if (Array.isArray(value)) return value.map((it) => everyText(it, change, key));
  if (value === null || typeof value !== "object") return change(String(value), key);
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [name, everyText(it, change, name)]),
  );
};

const everyKey = (value: Json, change: (key: string) => string): Json => {
  if (Array.isArray(value)) return value.map((it) => everyKey(it, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [change(name), everyKey(it, change)]),
  );
};

const object = (value: Json) => (value !== null && typeof value === "object" ? value : {});

export const leaks: readonly Leak[] = [
  { name: "every value", put: (text, right) => json((it) => everyText(it, () => text))(right) },
  {
    name: "behind every value",
    put: (text, right) => json((it) => everyText(it, (old) => `${old} ${text}`))(right),
  },
  {
    name: "an undeclared property",
    put: (text, right) => json((it) => ({ ...object(it), trace: text }))(right),
  },
  {
    name: "a token",
    put: (text, right) => json((it) => ({ ...object(it), accessToken: text, xsrf: text }))(right),
  },
  { name: "a key", put: (text, right) => json((it) => ({ ...object(it), [text]: 1 }))(right) },
  {
    name: "every key",
    put: (text, right) => json((it) => everyKey(it, (key) => `${key}${text}`))(right),
  },
  {
    name: "a nested key",
    put: (text, right) => json((it) => ({ ...object(it), errors: [{ [text]: text }] }))(right),
  },
  { name: "a list", put: (text, right) => json(() => [text, [text]])(right) },
  { name: "the whole body", put: (text, right) => json(() => text)(right) },
  {
    name: "bytes in numbers",
    put: (text, right) => json((it) => ({ ...object(it), data: [...encode(text)] }))(right),
  },
  {
    name: "broken JSON",
    put: (text) => ({ status: 500, type: "application/json", body: encode(`{"a": ${text}`) }),
  },
  {
    name: "a page",
    put: (text) => ({
      status: 500,
      type: "text/html",
      body: encode(`<p title="${text}">${text}</p>`),
    }),
  },
  { name: "a text", put: (text) => ({ status: 418, type: "text/plain", body: encode(text) }) },
  {
    name: "UTF-16",
    put: (text) => ({
      status: 500,
      type: "text/plain",
      body: new Uint8Array(Buffer.from(text, "utf16le")),
    }),
  },
  {
    name: "an element",
    put: (text) => ({ type: "text/xml", body: encode(`<${text}>${text}</${text}>`) }),
  },
  {
    name: "an element int",
    put: (text) => ({ type: "text/xml", body: encode(`<int>${text}</int>`) }),
  },
  {
    name: "a form",
    put: (text) => ({ type: "application/x-www-form-urlencoded", body: encode(`a=${text}`) }),
  },
  { name: "the media type", put: (text) => ({ type: inHeader(text).trim() || "x" }) },
  {
    name: "a parameter of the media type",
    put: (text) => ({ type: `text/plain; a="${inHeader(text)}"` }),
  },
  {
    name: "a header",
    put: (text, { headers }) => ({
      status: 401,
      headers: { ...headers, "www-authenticate": inHeader(text), location: inHeader(text) },
    }),
  },
  {
    name: "a cookie",
    put: (text, { headers }) => ({
      status: 500,
      headers: { ...headers, "set-cookie": `a=${inHeader(text)}` },
    }),
  },
  {
    name: "the name of a header",
    put: (text, { headers }) => ({
      status: 500,
      headers: { ...headers, [inHeaderName(text) || "a"]: "1" },
    }),
  },
  { name: "the reason", put: (text) => ({ status: 500, reason: inHeader(text) }) },
  {
    name: "a trailer",
    put: (text) => ({ status: 500, trailers: { "x-trailer": inHeader(text) } }),
  },
];

/** A place, or two of them. */
export const anyLeaks: fc.Arbitrary<Leak[]> = fc.array(fc.constantFrom(...leaks), {
  minLength: 1,
  maxLength: 2,
});
