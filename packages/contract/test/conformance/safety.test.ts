import {
  CannotRunError,
  conformanceHtml,
  conformanceJunit,
  exitCodeOf,
  reportText,
} from "@image-apis/conformance";
import { describe, expect, it } from "vitest";
import { inFrontOf, type Passing, replaced, type Wrongs } from "../in-front-of.ts";
import { checked, checkedWrong, findings, useMock } from "./checked.ts";

const mock = useMock(true);

/** Notes what passes. */
function recording(): { passed: Passing[]; wrongs: Wrongs } {
  const passed: Passing[] = [];
  const request = (it: Passing) => {
    passed.push(it);
    return {};
  };
  return { passed, wrongs: { request } };
}

async function state(): Promise<{
  customers: { id: number; images: unknown[] }[];
  persons: { id: number; image: { sha256: string } | null }[];
}> {
  const response = await fetch(`${mock().url}/__mock/state`);
  // The cast: it is what the mock says of itself.
  return (await response.json()) as Awaited<ReturnType<typeof state>>;
}

describe("what changes data", () => {
  it.each(["capillary", "superoffice"])("of %s is never sent unless it is allowed", async (api) => {
    const { passed, wrongs } = recording();
    const before = await state();
    const report = await checkedWrong(mock(), wrongs, api, { allowWrites: false });
    expect(new Set(passed.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(await state()).toEqual(before);
    expect(report.counts.conforms).toBeGreaterThan(5);
    const unsent = report.operations.flatMap((it) => it.results.flatMap((one) => one.reason ?? []));
    expect(new Set(unsent)).toEqual(new Set(["changes data"]));
    expect(report.counts["not sent"]).toBe(unsent.length);
  });

  it("and is all there is leaves nothing checked, which is not a success", async () => {
    const only = ["addCustomerImage"];
    const report = await checked(mock().url, "capillary", { only, allowWrites: false });
    expect(report.counts).toMatchObject({ conforms: 0, differs: 0 });
    expect(exitCodeOf(report, true)).toBe(2);
    expect(reportText(report)).toMatch(/\nNothing was checked\.\n/);
    expect(conformanceHtml(report)).toContain('<strong class="red">Nothing was checked.</strong>');
    expect(conformanceHtml(report)).not.toContain("Conforms");
  });

  it("is undone: the persons have the images they had, the customers no more than they had", async () => {
    const images = async () => (await state()).persons.map(({ id, image }) => [id, image?.sha256]);
    const before = await images();
    const { leftBehind } = await checked(mock().url, "superoffice");
    expect(await images()).toEqual(before);
    expect(leftBehind).toEqual([]);
    const only = [
      "addCustomerImage/five-files",
      "addCustomerImageByIdentifier",
      "deleteCustomerImage",
    ];
    const names = [...only, "getCustomer", "uploadRewardsFile"];
    const report = await checked(mock().url, "capillary", { only: names });
    expect((await state()).customers.map((it) => it.images.length)).toEqual([0, 0]);
    expect(report.leftBehind).toEqual([
      "Rewards file test.png: no operation deletes it.",
      "Rewards file other-test.png: no operation deletes it.",
    ]);
  });

  it("is left where the names of the images say other indexes than the list", async () => {
    const { passed, wrongs } = recording();
    const renumbered: Wrongs = {
      ...wrongs,
      answer: (right, { method }) =>
        method === "GET" ? replaced(/"(\d+\/\d+)\/0"/g, '"$1/7"')(right) : {},
    };
    const only = ["addCustomerImage/one-file"];
    await checkedWrong(mock(), renumbered, "capillary", { only });
    expect(new Set(passed.map(({ method }) => method))).toEqual(new Set(["GET", "POST"]));
  });

  it("is undone when the run is interrupted", async () => {
    const controller = new AbortController();
    const server = await inFrontOf(mock(), {
      request: ({ method }) => {
        if (method === "POST") controller.abort();
        return {};
      },
    });
    const only = ["addCustomerImage"];
    const report = await checked(server.url, "capillary", { only, signal: controller.signal });
    await server.close();
    expect(report.counts).toEqual({ conforms: 1, differs: 0, "not sent": 21 });
    expect(report.leftBehind).toEqual([]);
    const added = (await state()).customers.find(({ id }) => id === 565039505);
    expect(added?.images).toEqual([]);
    expect(reportText(report)).toContain("Interrupted: the rest was not sent.");
    expect(exitCodeOf(report, false)).toBe(2);
  });

  it("and cannot be undone is named", async () => {
    const wrongs: Wrongs = { answer: replaced(/"fileHandle":"[^"]*"/g, '"fileHandle":"x"') };
    const deaf: Wrongs = {
      ...wrongs,
      request: ({ method }) => (method === "DELETE" ? { target: "/nowhere" } : {}),
    };
    const options = { only: ["addCustomerImage/two-files"] };
    const { leftBehind } = await checkedWrong(mock(), deaf, "capillary", options);
    expect(leftBehind).toEqual(["Customer 565039505 has 1 more images than before."]);
  });
});

it("an upload that is redirected leaves nothing behind", async () => {
  const only = ["uploadRewardsFile"];
  const wrongs: Wrongs = { answer: () => ({ status: 302 }) };
  const { counts, leftBehind } = await checkedWrong(mock(), wrongs, "capillary", { only });
  expect(counts.differs).toBeGreaterThan(0);
  expect(leftBehind).toEqual([]);
});

describe("credentials", () => {
  const environment = {
    IMAGE_APIS_CAPILLARY_BASIC: "till.one:0a1b2c3d4e5f",
    IMAGE_APIS_CAPILLARY_OAUTH: "own-token-of-a-test",
    IMAGE_APIS_CAPILLARY_KEY: "own-key",
    IMAGE_APIS_CAPILLARY_SECRET: 'own "secret/of a test',
  };
  const encoded = Buffer.from(environment.IMAGE_APIS_CAPILLARY_BASIC).toString("base64");

  it("come from the environment", async () => {
    const { passed, wrongs } = recording();
    const only = [
      "getCustomer/with-images",
      "getCustomer/attributed",
      "generateToken/key-and-secret",
    ];
    const report = await checkedWrong(mock(), wrongs, "capillary", { environment, only });
    expect(findings(report)).toEqual([]);
    const sent = passed.map(
      ({ headers }) => headers.authorization ?? headers["x-cap-api-oauth-token"],
    );
    expect(sent).toEqual(expect.arrayContaining([`Basic ${encoded}`, "own-token-of-a-test"]));
    expect(passed.map((it) => new TextDecoder().decode(it.body))).toContain(
      '{"key":"own-key","secret":"own \\"secret/of a test"}',
    );
    expect(report.credentials.map(({ from }) => from)).toEqual(["environment", "environment"]);
  });

  it.each([
    ["no user", "Basic", "nocolon", /^IMAGE_APIS_CAPILLARY_BASIC is to be user:password\.$/],
    [
      "a line break",
      "OAuth",
      "own-token\nof a test",
      /^IMAGE_APIS_CAPILLARY_OAUTH is to be one line of printable ASCII characters\.$/,
    ],
  ])("with %s cannot be used", async (_what, scheme, value, message) => {
    const variable = `IMAGE_APIS_CAPILLARY_${scheme.toUpperCase()}`;
    const run = checked(mock().url, "capillary", {
      environment: { [variable]: value },
      only: ["getCustomer/attributed"],
    });
    await expect(run).rejects.toThrow(CannotRunError);
    await expect(run).rejects.toThrow(message);
  });

  it("that nothing signs in with are not called made up", async () => {
    const only = ["getCustomer"];
    const auth = ["OAuth"];
    const report = await checked(mock().url, "capillary", { only, auth, allowWrites: false });
    expect(report.credentials.map(({ scheme }) => scheme)).toEqual(["OAuth"]);
    expect(reportText(report)).toMatch(/made up for OAuth \(IMAGE_APIS_CAPILLARY_OAUTH\)\.$/m);
  });

  it("are named where everything that differs was answered with 401", async () => {
    const headers = { "www-authenticate": "Basic" };
    const answer = () => ({ status: 401, headers });
    const only = ["getCustomer"];
    const report = await checkedWrong(mock(), { answer }, "capillary", { only });
    expect(reportText(report)).toMatch(
      /^All that differs was answered with 401: are the credentials right\?$/m,
    );
    const other = () => ({ status: 500 });
    const fault = await checkedWrong(mock(), { answer: other }, "capillary", { only });
    expect(reportText(fault)).not.toContain("credentials right");
  });

  it("are in no report, even where the server repeats them", async () => {
    const echo: Wrongs = {
      answer: (_, { headers, body }) => ({
        status: 418,
        type: "application/json",
        body: new TextEncoder().encode(
          JSON.stringify({
            sent: headers,
            body: new TextDecoder().decode(body),
            url: "https://storage.example/a.png?X-Amz-Signature=live-signature&X-Amz-Date=1",
            accessToken: "live-access-token",
          }),
        ),
      }),
    };
    const only = ["getCustomer", "generateToken", "deleteCustomerImage", "uploadRewardsFile"];
    const report = await checkedWrong(mock(), echo, "capillary", { environment, only });
    const written = [
      reportText(report),
      conformanceHtml(report),
      conformanceJunit(report),
      JSON.stringify(report),
    ].join("\n");
    expect(report.counts.differs).toBeGreaterThan(15);
    for (const secret of [
      environment.IMAGE_APIS_CAPILLARY_BASIC,
      environment.IMAGE_APIS_CAPILLARY_OAUTH,
      "secret/of a test",
      "0a1b2c3d4e5f",
      encoded,
      "live-signature",
      "live-access-token",
    ]) {
      expect(written).not.toContain(secret);
    }
    expect(written).toContain("***");
  });

  it.each([280, 290, 295, 980, 990, 995])(
    "leave no part behind where a text is cut, %s characters in",
    async (length) => {
      const cut: Wrongs = {
        answer: () => ({
          status: 400,
          type: "application/json",
          body: Buffer.from(
            JSON.stringify("x".repeat(length) + environment.IMAGE_APIS_CAPILLARY_OAUTH),
          ),
        }),
      };
      const only = ["getCustomer/attributed"];
      const report = await checkedWrong(mock(), cut, "capillary", { environment, only });
      expect(report.counts.differs).toBe(1);
      expect(JSON.stringify(report)).not.toContain("own-to");
    },
  );

  it("of one scheme may sign in everything; what is about another is not sent", async () => {
    const { passed, wrongs } = recording();
    const report = await checkedWrong(mock(), wrongs, "superoffice", {
      auth: ["AppToken", "SOTicket"],
      only: ["savePersonImage"],
    });
    expect(findings(report)).toEqual([]);
    const unsent = report.operations[0]?.results.filter((it) => it.outcome === "not sent");
    expect(unsent?.map(({ name, reason }) => [name, reason])).toEqual([
      ["inside-a-session", "signs in with XsrfToken and SessionCookie"],
      ["with-a-bearer-token", "signs in with Bearer"],
    ]);
    const puts = passed.filter(({ method }) => method === "PUT");
    const schemes = puts.map(({ headers }) => headers.authorization?.split(" ")[0] ?? "none");
    expect(new Set(schemes)).toEqual(new Set(["SoTicket", "none"]));
  });
});

describe("a check", () => {
  it("asks for things of your own in place of the documented ones", async () => {
    const { passed, wrongs } = recording();
    const replace = new Map([["565039505", "564703420"]]);
    const only = ["getCustomer/with-images"];
    const report = await checkedWrong(mock(), wrongs, "capillary", { replace, only });
    expect(passed[0]?.target).toMatch(/^\/v2\/customers\/564703420\?/);
    expect(findings(report)).toEqual([]);
  });

  it.each([
    [
      "only",
      { only: ["addCustomerImages"] },
      /--only addCustomerImages: there is no such operation/,
    ],
    [
      "auth",
      { auth: ["OAuth2"] },
      /--auth OAuth2: there is no such security scheme. Schemes: Basic, OAuth/,
    ],
  ])("with a wrong %s cannot run", async (_what, options, message) => {
    const run = checked(mock().url, "capillary", options);
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toThrow(CannotRunError);
  });

  it("of a server that does not respond cannot run", async () => {
    const { url, close } = await inFrontOf(mock(), {});
    await close();
    await expect(checked(url, "superoffice")).rejects.toThrow(/does not respond: .*ECONNREFUSED/);
  });
});
