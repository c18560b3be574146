import type { ExchangeBody, Json } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { schemaFace } from "../../src/faces/schema.ts";
import { complaints, type OneExchange, one } from "../one.ts";

type Plant = (contract: OneExchange) => void;
type Offence = [what: string, exchange: string, plant: Plant, complaint: RegExp];

const twoFiles = "capillary/addCustomerImage/two-files";
const sixFiles = "capillary/addCustomerImage/six-files";
const png = "superoffice/savePersonImage/png";
const severalIndexes = "capillary/deleteCustomerImage/several-indexes";

const request = ({ exchanges: [exchange] }: OneExchange) => exchange.request;
const response = ({ exchanges: [exchange] }: OneExchange) => exchange.response;
const parts = (contract: OneExchange) => {
  const { body } = request(contract);
  return (body as Extract<ExchangeBody, { parts: unknown }>).parts;
};
const uploaded = ({ document }: OneExchange) =>
  document.components.responses?.CustomerImagesAdded?.content?.["application/json"]?.examples?.[
    "200-uploaded"
  ] as { value: { data: [{ file: Record<string, Json> }] } };
const part = ({ document }: OneExchange) =>
  document.components.schemas?.CustomerImageUpload?.properties?.file as Record<string, unknown>;

const inRequests: Offence[] = [
  ["an unknown path parameter", png, (it) => (request(it).path.id = 1), /path parameter id/],
  ["no path parameter", png, (it) => delete request(it).path.personId, /personId: expected to be/],
  ["an id that is a word", png, (it) => (request(it).path.personId = "x"), /integer; received "x"/],
  ["an id beyond int32", png, (it) => (request(it).path.personId = 2 ** 31), /format "int32"/],
  ["a negative index", severalIndexes, (it) => (request(it).query.image_ids = [-1]), />= 0/],
  ["an empty list", severalIndexes, (it) => (request(it).query.image_ids = []), /fewer than 1/],
  ["an unknown query", twoFiles, (it) => (request(it).query.page = 1), /query parameter page/],
  ["an unknown header", png, (it) => (request(it).headers["X-No"] = "1"), /header parameter X-No/],
  ["an unknown scheme", png, (it) => (request(it).security = ["AppToken"]), /received AppToken/],
  ["no credentials", twoFiles, (it) => (request(it).security = []), /received none/],
  [
    "an undeclared media type",
    png,
    (it) => (request(it).body = { mediaType: "image/webp", fixture: "portrait.webp" }),
    /received image\/webp/,
  ],
  [
    "bytes of another type than declared",
    png,
    (it) => (request(it).body = { mediaType: "image/png", fixture: "portrait.jpg" }),
    /content of request body: expected image\/png; received image\/jpeg/,
  ],
  [
    "a part of another name",
    twoFiles,
    (it) => parts(it).push({ name: "FILE", fixture: "front.png" }),
    /name of a part: expected one of the declared: file; received FILE/,
  ],
  [
    "a sixth file that is accepted",
    sixFiles,
    (it) => (it.exchanges[0].response = one(twoFiles).exchanges[0].response),
    /number of parts file: expected at most 5; received 6/,
  ],
  [
    "a small file that is accepted",
    twoFiles,
    (it) => parts(it).push({ name: "file", fixture: "under-minimum.png" }),
    /size of part file 3: expected at least 10240 bytes; received 10239 bytes/,
  ],
  [
    "a file over the maximum",
    twoFiles,
    (it) => parts(it).push({ name: "file", fixture: "over-maximum.png" }),
    /at most 51380224 bytes/,
  ],
];

const inRefusals: Offence[] = [
  [
    "a refusal without its cause",
    sixFiles,
    (it) => parts(it).pop(),
    /to be refused for too-many-images/,
  ],
  [
    "a refusal for another cause",
    sixFiles,
    (it) => (response(it).example = "400-image-too-small"),
    /number of parts file/,
  ],
  [
    "a refusal with a second cause",
    sixFiles,
    (it) => parts(it).push({ name: "file", fixture: "under-minimum.png" }),
    /size of part file 7/,
  ],
  [
    "an empty body for another cause",
    "superoffice/savePersonImage/empty-body",
    (it) => (response(it).example = "400-invalid-person-id"),
    /request body: expected a body; received none/,
  ],
];

const inResponses: Offence[] = [
  ["a status nobody declares", twoFiles, (it) => (response(it).status = 201), /received 201/],
  ["an undeclared media type", png, (it) => (response(it).mediaType = "text/plain"), /text\/plain/],
  ["an unknown example", png, (it) => (response(it).example = "200-no"), /received 200-no/],
  ["no body where there is one", png, (it) => delete response(it).mediaType, /received no body/],
  [
    "a response the request does not accept",
    "superoffice/savePersonImage/answered-as-text-xml",
    (it) => (request(it).headers.Accept = "application/json"),
    /expected application\/json; received text\/xml/,
  ],
  [
    "a file of another type",
    "superoffice/getPersonImage/stored",
    (it) => (response(it).fixture = "portrait.gif"),
    /kind of the file: expected "image\/png"; received "image\/gif"/,
  ],
];

const inDocuments: Offence[] = [
  [
    "a renamed property of an example",
    twoFiles,
    (it) => {
      const [{ file }] = uploaded(it).value.data;
      file.handle = file.fileHandle ?? null;
      delete file.fileHandle;
    },
    /property "fileHandle".*only declared properties; received the property "handle"/s,
  ],
  [
    "a number where a text is declared",
    twoFiles,
    (it) => (uploaded(it).value.data[0].file.fileSize = 18039),
    /\/data\/0\/file\/fileSize: expected string; received 18039/,
  ],
  [
    "a text that breaks its pattern",
    twoFiles,
    (it) => (uploaded(it).value.data[0].file.lastModified = "2025-04-21T03:01:43Z"),
    /lastModified: expected match pattern/,
  ],
  [
    "a limit that the schema contradicts",
    twoFiles,
    (it) => (part(it).maxItems = 6),
    /part file of the form schema: expected maxFiles 5; received 6/,
  ],
  [
    "a part that is not a file",
    twoFiles,
    (it) => (part(it).items = { type: "string" }),
    /part file 1: expected a text; received a file/,
  ],
  ["a keyword that does not exist", twoFiles, (it) => (part(it).minItem = 1), /unknown keyword/],
  [
    "a path that names another parameter",
    png,
    ({ document: { paths } }) => {
      const path = "/api/v1/Person/{personId}/Image";
      paths["/api/v1/Person/{id}/Image"] = paths[path] ?? {};
      delete paths[path];
    },
    /the path .*\{id\}/,
  ],
];

describe.each([
  ["a request", inRequests],
  ["a refusal", inRefusals],
  ["a response", inResponses],
  ["a document", inDocuments],
])("the schema face sees in %s", (_place, offences) => {
  it.each(offences)("%s (%s)", async (_what, exchange, plant, complaint) => {
    const contract = one(exchange);
    expect(await complaints(schemaFace, contract)).toBe("");
    plant(contract);
    expect(await complaints(schemaFace, contract)).toMatch(complaint);
  });
});
