import { fixture } from "@image-apis/spec";
import { type Answer, replaced } from "../in-front-of.ts";

/** What a judge says: it conforms, it breaks the document, or it only has what the document does not mention. */
export type Said = "conforms" | "breaks" | "undeclared";

/** A response, made of the right one, and what every judge has to say of it. */
export interface Probe {
  what: string;
  /** The exchange it answers: `<operationId>/<name>`. */
  to: string;
  change: (right: Answer) => Partial<Answer>;
  said: Said;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => () => ({
  type: "application/json",
  body: bytes(JSON.stringify(value)),
});
const text = (body: string, type: string) => () => ({ type, body: bytes(body) });
const nothing = new Uint8Array();

const image: Omit<Probe, "to">[] = [
  { what: "the right image", change: () => ({}), said: "conforms" },
  {
    what: "another image of that type",
    change: () => ({ body: fixture("side.png").bytes }),
    said: "conforms",
  },
  { what: "its type in capitals", change: () => ({ type: "IMAGE/PNG" }), said: "conforms" },
  {
    what: "text that is called an image",
    change: () => ({ body: bytes("This is not an image.") }),
    said: "breaks",
  },
  {
    what: "a JPEG that is called a PNG",
    change: () => ({ body: fixture("portrait.jpg").bytes }),
    said: "breaks",
  },
  { what: "no bytes of an image", change: () => ({ body: nothing }), said: "breaks" },
  { what: "an undocumented type of image", change: () => ({ type: "image/webp" }), said: "breaks" },
  { what: "no type of image", change: () => ({ type: "" }), said: "breaks" },
  { what: "JSON in place of an image", change: json({}), said: "breaks" },
  { what: "an undocumented status", change: () => ({ status: 206 }), said: "breaks" },
];

const information: Omit<Probe, "to">[] = [
  { what: "the right JSON", change: () => ({}), said: "conforms" },
  {
    what: "JSON with a charset",
    change: () => ({ type: "Application/JSON; charset=UTF-8" }),
    said: "conforms",
  },
  {
    what: "JSON with white space around it",
    change: ({ body }) => ({ body: bytes(`\r\n ${Buffer.from(body)}\n`) }),
    said: "conforms",
  },
  { what: "no JSON at all", change: () => ({ body: nothing }), said: "breaks" },
  {
    what: "half of the JSON",
    change: ({ body }) => ({ body: body.subarray(0, body.length / 2) }),
    said: "breaks",
  },
  {
    what: "a page that is called JSON",
    change: text("<html></html>", "application/json"),
    said: "breaks",
  },
  { what: "the right JSON, called a page", change: () => ({ type: "text/html" }), said: "breaks" },
  {
    what: "the right JSON under another name",
    change: () => ({ type: "text/json" }),
    said: "breaks",
  },
  { what: "the right JSON without a type", change: () => ({ type: "" }), said: "breaks" },
  {
    what: "a list in place of an object",
    change: ({ body }) => ({ body: bytes(`[${Buffer.from(body)}]`) }),
    said: "breaks",
  },
  {
    what: "a text in place of a number",
    change: replaced(/"BlobSize":(\d+)/, '"BlobSize":"$1"'),
    said: "breaks",
  },
  {
    what: "a number beyond int32",
    change: replaced(/"BlobSize":\d+/, '"BlobSize":2147483648'),
    said: "breaks",
  },
  {
    what: "a fraction in place of a whole number",
    change: replaced(/"BlobSize":(\d+)/, '"BlobSize":$1.5'),
    said: "breaks",
  },
  {
    what: "a day that no calendar has",
    change: replaced(/"CreatedDate":"[^"]*"/, '"CreatedDate":"2025-02-30T10:00:00Z"'),
    said: "breaks",
  },
  {
    what: "an hour that no clock has",
    change: replaced(/"CreatedDate":"[^"]*"/, '"CreatedDate":"2025-02-03T29:00:00Z"'),
    said: "breaks",
  },
  {
    what: "a date in place of a time",
    change: replaced(/"CreatedDate":"[^"]*"/, '"CreatedDate":"2025-02-03"'),
    said: "breaks",
  },
  { what: "an undeclared property", change: replaced("{", '{"Took":3,'), said: "undeclared" },
  {
    what: "an undeclared property of an open object",
    change: replaced(/"CreatedBy":(null|\{[^}]*\})/, '"CreatedBy":{"AssociateId":3}'),
    said: "conforms",
  },
  { what: "a success in place of what was asked", change: () => ({ status: 202 }), said: "breaks" },
];

const encodings: Omit<Probe, "to">[] = [
  {
    what: "a byte order mark before the JSON",
    change: ({ body }) => ({ body: bytes(`\ufeff${Buffer.from(body)}`) }),
    said: "breaks",
  },
  {
    what: "JSON in UTF-16",
    change: ({ body }) => ({
      body: new Uint8Array(Buffer.from(`${Buffer.from(body)}`, "utf16le")),
    }),
    said: "breaks",
  },
  {
    what: "JSON that says Latin-1",
    change: () => ({ type: "application/json; charset=iso-8859-1" }),
    said: "breaks",
  },
  {
    what: "JSON with a name twice",
    change: replaced("{", '{"BlobSize":1,'),
    said: "breaks",
  },
];

const error: Omit<Probe, "to">[] = [
  { what: "the right error", change: () => ({}), said: "conforms" },
  {
    what: "an error without its words",
    change: replaced(/,?"ErrorMessage":"[^"]*"/, ""),
    said: "breaks",
  },
  { what: "an error with no body", change: () => ({ body: nothing }), said: "breaks" },
  {
    what: "a page in place of an error",
    change: text("<h1>Not found</h1>", "text/html"),
    said: "breaks",
  },
];

const xml: Omit<Probe, "to">[] = [
  { what: "the right element", change: () => ({}), said: "conforms" },
  {
    what: "the element behind a declaration",
    change: text('<?xml version="1.0"?>\n<int>167</int>\n', "application/xml"),
    said: "conforms",
  },
  {
    what: "the element in a namespace",
    change: text('<int xmlns="http://schemas.example/">167</int>', "application/xml"),
    said: "conforms",
  },
  {
    what: "XML that says UTF-16",
    change: text('<?xml version="1.0" encoding="utf-16"?><int>167</int>', "application/xml"),
    said: "breaks",
  },
  {
    what: "a word in the element",
    change: text("<int>many</int>", "application/xml"),
    said: "breaks",
  },
  {
    what: "a fraction in the element",
    change: text("<int>1.5</int>", "application/xml"),
    said: "breaks",
  },
  {
    what: "nothing in the element",
    change: text("<int></int>", "application/xml"),
    said: "breaks",
  },
  { what: "another element", change: text("<long>167</long>", "application/xml"), said: "breaks" },
  {
    what: "two elements",
    change: text("<int>167</int><int>168</int>", "application/xml"),
    said: "breaks",
  },
  {
    what: "an element without its end",
    change: text("<int>167", "application/xml"),
    said: "breaks",
  },
  { what: "a number that is called XML", change: text("167", "application/xml"), said: "breaks" },
  { what: "no XML at all", change: () => ({ body: nothing }), said: "breaks" },
];

const to = (exchange: string) => (probe: Omit<Probe, "to">) => ({ ...probe, to: exchange });

/** Responses to exchanges of SuperOffice, by what they get wrong. */
export const probes: readonly Probe[] = [
  ...image.map(to("getPersonImage/stored")),
  ...information.map(to("getPersonImageInfo/with-image")),
  ...encodings.map(to("getPersonImageInfo/with-image")),
  ...error.map(to("getPersonImageInfo/unknown-person")),
  ...xml.map(to("savePersonImage/answered-as-application-xml")),
];
