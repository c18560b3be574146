import { conformanceHtml, conformanceJunit, exitCodeOf, reportText } from "@image-apis/conformance";
import { describe, expect, it } from "vitest";
import { type Passing, replaced, type Wrongs } from "../in-front-of.ts";
import { checked, checkedWrong, findings, useMock } from "./checked.ts";

const mock = useMock(true);

/** What is stored. */
async function stored(): Promise<{ handles: string[]; persons: unknown[] }> {
  const response = await fetch(`${mock().url}/__mock/state`);
  // The cast: it is what the mock says of itself.
  const { customers, persons } = (await response.json()) as {
    customers: { images: { fileHandle: string }[] }[];
    persons: { id: number; image: { sha256: string } | null }[];
  };
  return {
    handles: customers.flatMap((it) => it.images.map(({ fileHandle }) => fileHandle)),
    persons: persons.map((it) => [it.id, it.image?.sha256 ?? "none"]),
  };
}

/** Nothing was added and no person has another image; an upload replaces the sample images for good. */
async function expectUndone(before: Awaited<ReturnType<typeof stored>>): Promise<void> {
  const { handles, persons } = await stored();
  expect(before.handles).toEqual(expect.arrayContaining(handles));
  expect(persons).toEqual(before.persons);
}

const signedIn = (api: string): Record<string, string> => ({
  authorization: api === "capillary" ? "Basic dGlsbC5vbmU6MGExYjJjM2Q=" : "Basic YTpi",
});

/** Does what was asked although it is refused for want of credentials. */
const storesAllTheSame = (api: string): Wrongs => ({
  also: ({ method, headers }) =>
    method === "GET" || headers.authorization !== undefined
      ? undefined
      : { headers: { ...headers, ...signedIn(api) } },
});

/** Changes something else whenever a request of that method comes. */
const does = (when: (asked: Passing) => boolean, what: Partial<Passing>): Wrongs => ({
  also: (asked) => (when(asked) ? { body: new Uint8Array(), ...what } : undefined),
});

const { "content-type": _, ...plainly } = { "content-type": "", ...signedIn("capillary") };
const posts = ({ method }: Passing) => method === "POST";
const deletesFirst = {
  method: "DELETE",
  target: "/v2/customers/564703420/deleteImage?image_ids=0&source=INSTORE",
  headers: plainly,
};
const deletesImage = {
  method: "DELETE",
  target: "/api/v1/Person/123/Image",
  headers: signedIn("superoffice"),
};

describe("a refused request that changes something all the same is found out and undone:", () => {
  it.each([
    [
      "capillary",
      "addCustomerImage/no-credentials",
      /images of customer 565039505 after the 401: expected as before; received (other ones|\d in place of \d)$/,
    ],
    [
      "capillary",
      "addCustomerImageByIdentifier/no-credentials",
      /images of customer 565039505 after the 401/,
    ],
    [
      "superoffice",
      "savePersonImage/no-credentials",
      /image of person 123 after the 401: expected as before; received another one/,
    ],
    [
      "superoffice",
      "deletePersonImage/no-credentials",
      /image of person 123 after the 401: expected as before; received it is gone/,
    ],
  ])("%s %s", async (api, only, finding) => {
    const before = await stored();
    const report = await checkedWrong(mock(), storesAllTheSame(api), api, { only: [only] });
    expect(findings(report)).toEqual([expect.stringMatching(finding)]);
    expect(exitCodeOf(report, false)).toBe(1);
    expect(report.leftBehind).toEqual([]);
    await expectUndone(before);
  });

  it.each([
    ["savePersonImage/empty-body", "400"],
    ["savePersonImage/application-token-alone", "401"],
    ["savePersonImage/wrong-media-type", "415"],
    ["savePersonImage/id-is-a-word", "4"],
    ["savePersonImage/undocumented-method", "405"],
  ])("superoffice %s, where the image is deleted", async (only, status) => {
    const before = await stored();
    const isRefused = ({ method }: Passing) => method !== "GET" && method !== "DELETE";
    let times = 0;
    const wrongs = does((asked) => isRefused(asked) && times++ === 0, deletesImage);
    const report = await checkedWrong(mock(), wrongs, "superoffice", { only: [only] });
    expect(findings(report)).toEqual([
      expect.stringMatching(new RegExp(`image of person 123 after the ${status}.*it is gone$`)),
    ]);
    expect(exitCodeOf(report, false)).toBe(1);
    await expectUndone(before);
  });

  it("capillary deleteCustomerImage/no-credentials, whose images cannot be brought back", async () => {
    const options = { only: ["deleteCustomerImage/no-credentials"] };
    const report = await checkedWrong(mock(), storesAllTheSame("capillary"), "capillary", options);
    expect(findings(report)).toEqual([
      expect.stringMatching(/images of customer \d+ after the 401/),
    ]);
    expect(exitCodeOf(report, false)).toBe(1);
  });

  it.each(["ByIdentifier/six-files", "ByIdentifier/no-image", "/six-files", "/wrong-media-type"])(
    "capillary addCustomerImage%s, where another customer loses an image",
    async (name) => {
      const wrongs = does(
        (asked) => posts(asked) && asked.target.includes("setImage"),
        deletesFirst,
      );
      const options = { only: [`addCustomerImage${name}`] };
      const report = await checkedWrong(mock(), wrongs, "capillary", options);
      expect(findings(report)).toEqual([
        expect.stringMatching(
          /images of customer 564703420 after the 4\d\d: expected as before; received 2 in place of 3/,
        ),
      ]);
      expect(exitCodeOf(report, false)).toBe(1);
    },
  );
});

describe("what should have been removed and was not never ends with 0:", () => {
  const isCleanup = ({ method }: Passing) => method === "DELETE";

  it.each<[string, string, string, Wrongs, RegExp]>([
    [
      "a delete that fails",
      "capillary",
      "addCustomerImage/one-file",
      { request: (asked) => (isCleanup(asked) ? { target: "/nowhere" } : {}) },
      /^Customer 565039505 (has 1 more images than before|still has 1 of the images that were added)\.$/,
    ],
    [
      "a delete that says it worked",
      "capillary",
      "addCustomerImageByIdentifier/one-file",
      {
        request: (asked) =>
          isCleanup(asked) ? { target: asked.target.replace("565039505", "564703420") } : {},
      },
      /^Customer 565039505 (has 1 more images than before|still has 1 of the images that were added)\.$/,
    ],
    [
      "a list that cannot be read any more",
      "capillary",
      "addCustomerImage/one-file",
      afterTheUpload(() => ({ status: 500 })),
      /^Customer 565039505 cannot be read any more \(500\); images may be left\.$/,
    ],
    [
      "an image that is not put back",
      "superoffice",
      "savePersonImage/jpeg",
      secondPut({ method: "GET" }),
      /^The image of person 123: putting it back did not work\.$/,
    ],
    [
      "putting back that is refused",
      "superoffice",
      "savePersonImage/jpeg",
      secondPut({ headers: {} }),
      /^The image of person 123: putting it back was answered with 401\.$/,
    ],
    [
      "a state that nobody could read before",
      "superoffice",
      "savePersonImage/jpeg",
      { answer: (_, { method }) => (method === "GET" ? { status: 403 } : {}) },
      /^The image of person 123 was changed; what it was could not be read \(403\)\.$/,
    ],
  ])("%s", async (_what, api, only, wrongs, left) => {
    const report = await checkedWrong(mock(), wrongs, api, { only: [only] });
    // What cannot be read afterwards is a finding of its own.
    expect(findings(report).filter((it) => !/ afterwards: status: /.test(it))).toEqual([]);
    expect(report.notRemoved).toEqual([expect.stringMatching(left)]);
    expect(exitCodeOf(report, false)).toBe(1);
    const sentence = report.notRemoved?.[0] ?? "";
    expect(reportText(report)).toContain(sentence);
    const word = report.counts.differs > 0 ? "Differs." : "Leaves something behind.";
    expect(conformanceHtml(report)).toContain(`<strong class="red">${word}`);
    expect(conformanceJunit(report)).toContain(`<failure message="${sentence}">`);
    expect(conformanceJunit(report)).toContain('tests="');
  });

  it("a server that dies when the check is done", async () => {
    const dies = afterTheUpload(() => {
      throw new Error("planted");
    });
    const report = await checkedWrong(mock(), dies, "capillary", {
      only: ["addCustomerImage/one-file"],
    });
    expect(report.notRemoved).toEqual([
      expect.stringMatching(/^What a check created could not be removed: .*UND_ERR_SOCKET\)\.$/),
    ]);
    expect(exitCodeOf(report, false)).toBe(1);
  });

  it("an upload that was stored and got no response is removed", async () => {
    const before = await stored();
    const wrongs: Wrongs = {
      answer: (_, { method }) => {
        if (method === "POST") throw new Error("planted");
        return {};
      },
    };
    const report = await checkedWrong(mock(), wrongs, "capillary", {
      only: ["addCustomerImage/two-files"],
    });
    expect(exitCodeOf(report, false)).toBe(1);
    expect(report.leftBehind).toEqual([]);
    await expectUndone(before);
  });

  it("a file that no operation deletes is meant to stay", async () => {
    const report = await checked(mock().url, "capillary", { only: ["uploadRewardsFile/raw-png"] });
    expect(report.leftBehind).toEqual([
      "Rewards file test.png: no operation deletes it.",
      // Whether each name has versions of its own is asked with another one.
      "Rewards file other-test.png: no operation deletes it.",
    ]);
    expect(report.notRemoved).toBeUndefined();
    expect(exitCodeOf(report, false)).toBe(0);
  });
});

/** Goes wrong as soon as something was uploaded. */
function afterTheUpload(wrong: NonNullable<Wrongs["answer"]>): Wrongs {
  let isUploaded = false;
  return {
    answer(right, asked) {
      if (isUploaded) return wrong(right, asked);
      isUploaded = asked.method === "POST";
      return {};
    },
  };
}

/** Changes the request that puts an image back. */
function secondPut(change: Partial<Passing>): Wrongs {
  let puts = 0;
  return {
    request: ({ method }) => {
      if (method === "PUT") puts += 1;
      if (method !== "PUT" || puts !== 2) return {};
      return change.method === "GET" ? { ...change, body: new Uint8Array() } : change;
    },
    answer: (right, { method }) =>
      method === "PUT" && puts === 2 && change.method === "GET"
        ? { ...right, status: 200, type: "application/json", body: new TextEncoder().encode("167") }
        : {},
  };
}

describe("a server whose list of images is never twice the same", () => {
  let reads = 0;
  const everyTime = (from: RegExp, to: (read: number) => string): Wrongs => ({
    answer: (right, { method }) => {
      reads += 1;
      return method === "GET" ? replaced(from, to(reads))(right) : {};
    },
  });
  const options = { only: ["addCustomerImage/no-credentials"] };

  it("in its times has no refusal reported", async () => {
    const times = everyTime(/"lastModified":"20\d\d/g, (read) => `"lastModified":"${1000 + read}`);
    const report = await checkedWrong(mock(), times, "capillary", options);
    expect(findings(report)).toEqual([]);
    expect(exitCodeOf(report, false)).toBe(0);
  });

  it("in its handles has, and loses no image by it", async () => {
    const before = await stored();
    const handles = everyTime(
      /"fileHandle":"\w{8}/g,
      (read) => `"fileHandle":"${10_000_000 + read}`,
    );
    const report = await checkedWrong(mock(), handles, "capillary", options);
    expect(exitCodeOf(report, false)).toBe(1);
    expect(await stored()).toEqual(before);
  });
});
