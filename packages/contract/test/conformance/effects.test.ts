import { reportText } from "@image-apis/conformance";
import { fixture } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import type { Passing, Wrongs } from "../in-front-of.ts";
import { checked, checkedWrong, findings, useMock } from "./checked.ts";

/*
 * A server whose responses are all right and that stores, replaces or deletes something else. Only what its read
 * operations show afterwards tells.
 */

/** What is wrong with the server, what is checked, what the server does, and the finding. */
type Fault = [what: string, only: string, wrongs: Wrongs, finding: RegExp];

const text = (value: string) => new TextEncoder().encode(value);
const isUpload = ({ method, target }: Passing) => method === "POST" && target.includes("setImage");

/** Does nothing of what a request asks for, and says that it did. */
const doesNothing = (when: (asked: Passing) => boolean, says: string, status = 200): Wrongs => ({
  request: (asked) =>
    when(asked) ? { method: "GET", target: "/nowhere", body: new Uint8Array() } : {},
  answer: (_, asked) =>
    when(asked) ? { status, type: status === 204 ? "" : "application/json", body: text(says) } : {},
});

/** Stores another image than the one that was sent. */
const storesInstead = (name: string, isMeant: (asked: Passing) => boolean): Wrongs => ({
  request: (asked) => {
    const { bytes, mediaType } = fixture(name);
    if (asked.method !== "PUT" || !isMeant(asked)) return {};
    return { body: bytes, headers: { ...asked.headers, "content-type": mediaType } };
  },
});

const stored = JSON.stringify({
  data: [
    {
      code: 200,
      file: {
        acl: "PRIVATE",
        fileSize: "49456",
        fileHandle: "01a24b35-f1fa-4dc3-bbce-ab9bc5094e21",
        lastModified: "2025-04-21 03:01:43",
        latestVersion: -1,
        name: "100737/565039505/0",
        namespace: "customerImage",
        s3Token: "customerImage/100737/565039505/389fff57-1ed3-4bbb-96e0-6a541c8d20d1",
        version: -1,
      },
      message: "Successfully uploaded file",
      status: "true",
    },
  ],
  warnings: [],
  errors: [],
});
const deleted = JSON.stringify({
  data: [{ code: 200, message: "Success", status: "true" }],
  warnings: [],
  errors: [],
});
const isDelete = ({ method }: Passing) => method === "DELETE";
const type = ({ headers }: Passing) => headers["content-type"] ?? "";

const capillary: Fault[] = [
  ...["addCustomerImage/one-file", "addCustomerImageByIdentifier/one-file"].map(
    (only): Fault => [
      "an upload that stores nothing",
      only,
      doesNothing(isUpload, stored),
      /getCustomer 565039505 afterwards: body \/customerImage/,
    ],
  ),
  ...["one-index", "several-indexes", "second-of-two", "attributed"].map(
    (name): Fault => [
      "a delete that deletes nothing",
      `deleteCustomerImage/${name}`,
      doesNothing(isDelete, deleted),
      /getCustomer \d+ afterwards: body \/customerImage: items: expected/,
    ],
  ),
  [
    "a delete of another index",
    "deleteCustomerImage/one-index",
    { request: ({ target }) => ({ target: target.replace("image_ids=1", "image_ids=0") }) },
    /getCustomer 564703420 afterwards: body \/customerImage: expected what was there before/,
  ],
  [
    "a delete of one index in place of two",
    "deleteCustomerImage/several-indexes",
    { request: ({ target }) => ({ target: target.replace("image_ids=0&", "") }) },
    /getCustomer 564703420 afterwards: body \/customerImage: items: expected 1; received 2/,
  ],
  [
    "a file that is lost of two",
    "addCustomerImage/two-files",
    {
      request: (asked) => {
        if (!isUpload(asked)) return {};
        const body = Buffer.from(asked.body).toString("latin1");
        const boundary = body.slice(0, body.indexOf("\r\n"));
        return { body: Buffer.from(body.split(boundary).toSpliced(2, 1).join(boundary), "latin1") };
      },
    },
    /getCustomer 565039505 afterwards: body \/customerImage: /,
  ],
  [
    "an upload that goes to another customer as well",
    "addCustomerImage/one-file",
    {
      also: (asked) =>
        isUpload(asked) && asked.target.includes("565039505")
          ? { target: asked.target.replace("565039505", "564703420") }
          : undefined,
    },
    /getCustomer 564703420 afterwards: what it shows: expected as before/,
  ],
];

const isPut = ({ method }: Passing) => method === "PUT";

const superoffice: Fault[] = [
  [
    "a delete that keeps the image",
    "deletePersonImage/deleted",
    doesNothing(isDelete, "", 204),
    /getPersonImage 123 afterwards: status: expected 404; received 200/,
  ],
  [
    "a delete that keeps what it knows of the image",
    "deletePersonImage/deleted",
    {
      answer: (_, { method, target }) =>
        method === "GET" && target.includes("/123/ImageInfo")
          ? {
              status: 200,
              type: "application/json",
              body: text(JSON.stringify({ BlobId: 167, BlobSize: 49456, MimeType: "image/png" })),
            }
          : {},
    },
    /getPersonImageInfo 123 afterwards: body \/Blob/,
  ],
  ...(
    [
      ["jpeg", "front.png", (asked: Passing) => type(asked) === "image/jpeg"],
      ["gif", "portrait.jpg", (asked: Passing) => type(asked) === "image/gif"],
      ["tiff", "portrait.gif", (asked: Passing) => type(asked) === "image/tiff"],
      ["form", "side.png", (asked: Passing) => type(asked).startsWith("multipart/")],
      ["png", "side.png", isPut],
      ["localised", "side.png", isPut],
      ["answered-as-text-xml", "side.png", isPut],
      ["answered-as-application-xml", "side.png", isPut],
      ["answered-as-text-json", "side.png", isPut],
      ["inside-a-session", "side.png", isPut],
      ["with-a-bearer-token", "side.png", isPut],
      ["with-a-ticket-online", "side.png", isPut],
    ] as const
  ).map(
    ([name, other, isMeant]): Fault => [
      "a save that stores another image",
      `savePersonImage/${name}`,
      storesInstead(other, isMeant),
      /getPersonImage 123 afterwards: (body|media type): expected /,
    ],
  ),
  [
    "a save that stores nothing",
    "savePersonImage/jpeg",
    doesNothing((asked) => isPut(asked) && type(asked) === "image/jpeg", "168"),
    /getPersonImage 123 afterwards: media type: expected "image\/jpeg"; received "image\/png"/,
  ],
  [
    "a save that another person gets as well",
    "savePersonImage/jpeg",
    {
      also: (asked) =>
        isPut(asked) ? { target: asked.target.replace("/123/", "/124/") } : undefined,
    },
    /getPersonImage 124 afterwards: status: expected 404; received 200/,
  ],
  ...(
    [
      ["BlobSize", /"BlobSize":\d+/, '"BlobSize":20481'],
      ["MimeType", /"MimeType":"[^"]*"/, '"MimeType":"image/png"'],
      ["BlobId", /"BlobId":\d+/, '"BlobId":1'],
      ["OriginalSize", /"OriginalSize":\d+/, '"OriginalSize":1'],
    ] as const
  ).map(
    ([name, from, to]): Fault => [
      `a wrong ${name}`,
      "savePersonImage/jpeg",
      {
        answer: ({ body }, { method, target }) =>
          method === "GET" && target.endsWith("/ImageInfo")
            ? { body: text(new TextDecoder().decode(body).replace(from, to)) }
            : {},
      },
      new RegExp(`getPersonImageInfo 123 afterwards: body /${name}: expected`),
    ],
  ),
];

describe.each([
  { api: "capillary", faults: capillary },
  { api: "superoffice", faults: superoffice },
])("a server of $api", ({ api, faults }) => {
  const mock = useMock(true);

  it.each(faults)("with %s is found out (%s)", async (_what, only, wrongs, finding) => {
    const report = await checkedWrong(mock(), wrongs, api, { only: [only] });
    expect(findings(report)).toContainEqual(expect.stringMatching(finding));
  });

  it("that is right is told which effects were judged", async () => {
    const { operations } = await checked(mock().url, api);
    const effects = operations.map(({ operationId, results }) => [
      operationId,
      [...new Set(results.map(({ effect }) => effect))].filter((it) => it !== undefined),
    ]);
    expect(Object.fromEntries(effects)).toEqual(
      api === "capillary"
        ? {
            addCustomerImage: ["judged"],
            addCustomerImageByIdentifier: ["judged"],
            deleteCustomerImage: ["judged"],
            getCustomer: [],
            generateToken: ["not observable"],
            uploadRewardsFile: ["not observable"],
          }
        : {
            savePersonImage: ["judged"],
            getPersonImage: [],
            deletePersonImage: ["judged"],
            getPersonImageInfo: expect.anything(),
          },
    );
  });
});

describe("a server that keeps nothing", () => {
  const mock = useMock(false);
  const only = ["savePersonImage", "deletePersonImage"];

  it("has its effects not judged where you say so", async () => {
    const report = await checked(mock().url, "superoffice", { only, examplesOnly: true });
    expect(findings(report)).toEqual([]);
    const effects = report.operations.flatMap(({ results }) => results.map((it) => it.effect));
    expect(new Set(effects)).toEqual(new Set(["not judged"]));
    expect(reportText(report)).toContain(`Effects not judged: ${effects.length} (--examples-only`);
  });

  it("differs where you do not", async () => {
    const report = await checked(mock().url, "superoffice", { only });
    expect(findings(report)).toContainEqual(
      expect.stringMatching(/deleted: getPersonImage 123 afterwards: status: expected 404/),
    );
  });
});
