import { describe, expect, it } from "vitest";
import { type Answer, type Passing, replaced, type Wrongs } from "../in-front-of.ts";
import { checkedWrong, findings, useMock } from "./checked.ts";

/*
 * What a server makes up itself - handles, ids, versions, times, addresses, tokens, the order of a list - cannot be
 * compared with a document. It is held against its own history in the run, and against what it leads to.
 */

/** What is wrong with the server, what is checked, what the server does, and the finding. */
type Fault = [what: string, only: string, wrongs: Wrongs, finding: RegExp];

const text = (value: string) => new TextEncoder().encode(value);
const isList = ({ method, target }: Passing) =>
  method === "GET" && target.includes("CUSTOMERIMAGE");
const isUpload = ({ method, target }: Passing) => method === "POST" && target.includes("setImage");
const isRewards = ({ target }: Passing) => target.includes("/rewards/");

/** Changes the answers to some requests. */
const answers = (
  when: (asked: Passing) => boolean,
  change: (right: Answer, asked: Passing) => Partial<Answer>,
): Wrongs => ({ answer: (right, asked) => (when(asked) ? change(right, asked) : {}) });

/** Changes the list `data` of an upload, or `customerImage` of a customer. */
const list = (name: string, change: (items: unknown[]) => unknown[]) => (right: Answer) => {
  const body = JSON.parse(new TextDecoder().decode(right.body)) as Record<string, unknown>;
  const items = body[name];
  return Array.isArray(items)
    ? { body: text(JSON.stringify({ ...body, [name]: change(items) })) }
    : {};
};

/** An answer in which every number of that name counts all uploads of the server. */
function counted(name: string, from = 0): Wrongs {
  let uploads = from;
  return answers(isRewards, (right) => {
    uploads += 1;
    return replaced(new RegExp(`"(latest_)?${name}":\\d+`, "g"), `"$1${name}":${uploads}`)(right);
  });
}

const sizes = "addCustomerImage/files-of-different-sizes";
const again = "addCustomerImage/after-another-upload";
const uuid = "01a24b35-f1fa-4dc3-bbce-ab9bc5094e21";

const order: Fault[] = [
  [
    "results in reverse order",
    sizes,
    answers(
      isUpload,
      list("data", (items) => items.toReversed()),
    ),
    /files-of-different-sizes: body \/data\/0\/file\/fileSize: expected the size of the file/,
  ],
  [
    "results in reverse order, of a lookup",
    "addCustomerImageByIdentifier/files-of-different-sizes",
    answers(
      isUpload,
      list("data", (items) => items.toReversed()),
    ),
    /files-of-different-sizes: body \/data\/0\/file\/fileSize: expected the size of the file/,
  ],
  [
    "a list in reverse order",
    sizes,
    answers(
      isList,
      list("customerImage", (items) => items.toReversed()),
    ),
    /getCustomer 565039505 afterwards: body \/customerImage: sizes of what was added/,
  ],
  [
    "a list that has the new image first",
    again,
    answers(
      isList,
      list("customerImage", (items) => items.toReversed()),
    ),
    /getCustomer 565039505 afterwards: body \/customerImage/,
  ],
  [
    "results whose handles are those of the others",
    "addCustomerImage/two-files",
    answers(isUpload, (right) => {
      const handles = new TextDecoder().decode(right.body).match(/"fileHandle":"[^"]*"/g) ?? [];
      const turned = handles.toReversed();
      const body = new TextDecoder().decode(right.body);
      return { body: text(body.replace(/"fileHandle":"[^"]*"/g, () => turned.shift() ?? "")) };
    }),
    /handles of what was added: expected those that the answer told, in its order/,
  ],
];

/** The second upload replaces what the first one stored. */
const overwrites = (only: string): Fault => [
  "a second upload that overwrites the first",
  only,
  {
    also: (asked) =>
      isUpload(asked)
        ? {
            method: "DELETE",
            target: "/v2/customers/565039505/deleteImage?image_ids=0&source=INSTORE",
            body: new Uint8Array(),
            headers: { authorization: asked.headers.authorization ?? "" },
          }
        : undefined,
  },
  /getCustomer 565039505 afterwards: body \/customerImage: items: expected 2; received 1/,
];

const identity: Fault[] = [
  overwrites(again),
  overwrites("addCustomerImageByIdentifier/after-another-upload"),
  [
    "one handle for everything",
    again,
    answers(isUpload, replaced(/"fileHandle":"[^"]*"/g, `"fileHandle":"${uuid}"`)),
    /fileHandle: expected one that nothing else got in this run/,
  ],
  [
    "one place in the storage for everything",
    again,
    answers(isUpload, replaced(/"s3Token":"[^"]*"/g, '"s3Token":"customerImage/100737/1/a"')),
    /s3Token: expected one that nothing else got in this run/,
  ],
  [
    "a handle in the answer that the list does not have",
    "addCustomerImage/one-file",
    answers(isUpload, replaced(/"fileHandle":"[^"]*"/g, `"fileHandle":"${uuid}"`)),
    /handles of what was added: expected those that the answer told/,
  ],
  [
    "one handle for every rewards file",
    "uploadRewardsFile/same-name-again",
    answers(isRewards, replaced(/"file_handle":"[^"]*"/, `"file_handle":"${uuid}"`)),
    /file_handle: expected one that nothing else got in this run/,
  ],
  [
    "one version counter for all names",
    "uploadRewardsFile/raw-png",
    counted("version"),
    /version, one more than that of the upload of this name before: expected \d+; received \d+/,
  ],
  [
    "a version that skips one",
    "uploadRewardsFile/raw-png",
    {
      also: (asked) =>
        isRewards(asked) && asked.headers["content-type"] === "image/png" ? {} : undefined,
    },
    /version, one more than that of the upload of this name before/,
  ],
  ...[
    "no-credentials",
    "wrong-media-type",
    "text-with-an-image-name",
    "unknown-kind-of-entity",
  ].map(
    (name): Fault => [
      "a refused rewards file that is stored all the same",
      `uploadRewardsFile/${name}`,
      storesRefused(),
      /version of the next upload after the 4\d\d, one more than that of the upload of this name/,
    ],
  ),
  [
    "a storage address that is not that of the token",
    "uploadRewardsFile/raw-png",
    answers(
      isRewards,
      replaced(/"s3_url":"[^"]*"/, '"s3_url":"s3://eucrm-solutions/rewards/1/x.png"'),
    ),
    /s3_url: expected an absolute address, and one in a storage that of the path beside it/,
  ],
];

/** Stores a rewards file as well, whenever it refuses one. */
function storesRefused(): Wrongs {
  let usual: Partial<Passing> | undefined;
  let uploads = 0;
  return {
    also: (asked) => {
      if (!isRewards(asked)) return undefined;
      uploads += 1;
      if (uploads === 1) {
        usual = {
          headers: asked.headers,
          body: asked.body,
          method: asked.method,
          target: asked.target,
        };
      }
      // The third is the one that is checked.
      return uploads === 3 ? usual : undefined;
    },
  };
}

const times: Fault[] = [
  [
    "a time of last year",
    "addCustomerImage/one-file",
    answers(isUpload, replaced(/"lastModified":"20\d\d/, '"lastModified":"2019')),
    /lastModified: expected the time of this call/,
  ],
  [
    "a time that is twenty minutes late",
    "uploadRewardsFile/raw-png",
    answers(isRewards, (right) => {
      const body = new TextDecoder().decode(right.body);
      const [, time = ""] = /"last_modified":"([^"]*)"/.exec(body) ?? [];
      const moved = new Date(Date.parse(`${time.replace(" ", "T")}Z`) - 20 * 60_000);
      const shown = moved.toISOString().slice(0, 19).replace("T", " ");
      return { body: text(body.replace(time, shown)) };
    }),
    /last_modified: expected the time of this call/,
  ],
  [
    "the time of the documents",
    "uploadRewardsFile/raw-png",
    answers(
      isRewards,
      replaced(/"last_modified":"[^"]*"/, '"last_modified":"2024-05-08 09:10:59"'),
    ),
    /last_modified: expected the time of this call/,
  ],
];

/** Sends out addresses of its own, and a file of some bytes for them; none, a 404. */
function ownAddresses(bytes: number | undefined): Wrongs {
  return {
    answer: (right, { headers, target }) => {
      if (target.startsWith("/files/")) {
        return bytes === undefined
          ? { status: 404 }
          : { status: 200, type: "image/png", body: new Uint8Array(bytes) };
      }
      const own = `http://${headers.host}/files/`;
      return replaced(/https:\/\/storage\.example\//g, own)(right);
    },
  };
}

const addresses: Fault[] = [
  [
    "an address that leads nowhere",
    "getCustomer/with-images",
    ownAddresses(undefined),
    /what body \/customerImage\/0\/filePath leads to: status: expected 200; received 404/,
  ],
  [
    "an address that leads to another file",
    "getCustomer/with-images",
    ownAddresses(12),
    /what body \/customerImage\/0\/filePath leads to: bytes: expected 18039; received 12/,
  ],
];

const tokens: Fault[] = [
  [
    "a token that signs nobody in",
    "generateToken/key-and-secret",
    {
      answer: (right, { target, headers }) => {
        if (target.includes("token/generate")) {
          return replaced(/"accessToken":"[^"]*"/, '"accessToken":"a-token-of-nobody"')(right);
        }
        return Object.values(headers).some((it) => it.includes("a-token-of-nobody"))
          ? { status: 401 }
          : {};
      },
    },
    /signed in with what was issued: expected 200; received 401/,
  ],
];

const isSave = ({ method }: Passing) => method === "PUT";

const superoffice: Fault[] = [
  [
    "one id for every image",
    "savePersonImage",
    answers(isSave, ({ type }) => (type.includes("json") ? { body: text("4711") } : {})),
    /body: expected an id that nothing else got in this run; received 4711/,
  ],
  [
    "an id that is not that of the stored image",
    "savePersonImage/png",
    answers(isSave, () => ({ body: text("4711") })),
    /getPersonImageInfo 123 afterwards: body \/BlobId: expected 4711/,
  ],
  [
    "an id in XML that is not that of the stored image",
    "savePersonImage/answered-as-text-xml",
    answers(isSave, replaced(/>\d+</, ">4711<")),
    /getPersonImageInfo 123 afterwards: body \/BlobId: expected 4711/,
  ],
];

describe.each([
  {
    api: "capillary",
    faults: [...order, ...identity, ...times, ...addresses, ...tokens],
  },
  { api: "superoffice", faults: superoffice },
])("a server of $api", ({ api, faults }) => {
  const mock = useMock(true);

  it.each(faults)("with %s is found out (%s)", async (_what, only, wrongs, finding) => {
    const report = await checkedWrong(mock(), wrongs, api, { only: [only] });
    expect(findings(report)).toContainEqual(expect.stringMatching(finding));
  });
});

describe("addresses that lead to the right file", () => {
  const mock = useMock(true);

  it("are followed, and nothing is reported", async () => {
    const only = ["getCustomer/with-images"];
    const report = await checkedWrong(mock(), ownAddresses(18039), "capillary", { only });
    expect(findings(report)).toEqual([]);
  });
});
