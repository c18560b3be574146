import { execFile } from "node:child_process";
import type { ConformanceReport } from "@image-apis/conformance";
import { conformanceHtml, conformanceJunit, reportText } from "@image-apis/conformance";
import { decodings } from "@image-apis/conformance/secrecy";
import { decodeHTML } from "entities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, inFrontOf, type Wrongs } from "../in-front-of.ts";
import { checkedWrong, useMock } from "./checked.ts";
import { cli } from "./cli.ts";
import { anyLeaks, type Leak, leaks } from "./leaks.ts";
import { anySpelling, type Spelling, spellings } from "./spellings.ts";

const mock = useMock(false);

/** Letters, digits and what is written differently in JSON, HTML and URLs. */
const anySecret = fc
  .string({
    unit: fc.constantFrom(..."abcdefghijkmnpqrstuvwxyzABCDEFGHJK23456789=/+._-&<\"'%#~ "),
    minLength: 9,
    maxLength: 24,
  })
  .filter((it) => it.trim() === it);

interface Own {
  user: string;
  password: string;
  token: string;
  ticket: string;
}

const anyOwn: fc.Arbitrary<Own> = fc.record({
  user: anySecret.map((it) => it.replaceAll(":", "")),
  password: anySecret,
  token: anySecret,
  ticket: anySecret,
});

const environmentOf = ({ user, password, token, ticket }: Own) => ({
  IMAGE_APIS_CAPILLARY_BASIC: `${user}:${password}`,
  IMAGE_APIS_CAPILLARY_OAUTH: token,
  IMAGE_APIS_CAPILLARY_KEY: user,
  IMAGE_APIS_CAPILLARY_SECRET: ticket,
  IMAGE_APIS_SUPEROFFICE_BASIC: `${user}:${password}`,
  IMAGE_APIS_SUPEROFFICE_SOTICKET: ticket,
});

const only: Readonly<Record<string, string[]>> = {
  capillary: [
    "getCustomer/with-images",
    "generateToken/key-and-secret",
    "addCustomerImage/file-under-minimum",
    "getCustomer/no-credentials",
  ],
  superoffice: [
    "savePersonImage/answered-as-text-xml",
    "getPersonImageInfo/with-image",
    "getPersonImage/no-image",
  ],
};

/** Writes texts into every response. */
const telling = (texts: readonly string[], into: readonly Leak[]): Wrongs => ({
  answer: (right) => {
    const changed: Partial<Answer> = {};
    for (const [index, { put }] of into.entries()) {
      Object.assign(changed, put(texts[index % texts.length] ?? "", { ...right, ...changed }));
    }
    return changed;
  },
});

const written = (report: ConformanceReport) => ({
  text: reportText(report),
  // Its style is the same in every report.
  html: conformanceHtml(report).replace(/<style>.*?<\/style>/s, ""),
  junit: conformanceJunit(report),
  json: JSON.stringify(report, null, 2),
});

/** What a text says to somebody who decodes it, the escapes of the report itself first. */
function* readings(text: string) {
  yield* decodings(text, 2, 9);
  yield* decodings(decodeHTML(text), 2, 9);
}

function told(text: string, secrets: readonly string[]): string[] {
  const found = new Set<string>();
  for (const reading of readings(text)) {
    const plain = reading.replaceAll("\0", "").toLowerCase();
    for (const secret of secrets) if (plain.includes(secret.toLowerCase())) found.add(secret);
  }
  return [...found];
}

const example: Own = {
  user: "till.one@shop",
  password: "0a1b=2c3d/4e5f",
  token: "own-token+of&a test",
  ticket: '7T:own "ticket',
};
const all = Object.values(example);

describe("what looks for secrets in reports", () => {
  it.each(spellings)("finds them written as $name", ({ write }) => {
    expect(
      told(`{"a":"b ${JSON.stringify(write(example.password)).slice(1, -1)} c"}`, all),
    ).toEqual([example.password]);
  });

  it("finds them written in one way within another", () => {
    const missed = spellings.flatMap((outer) =>
      spellings
        .filter((inner) => told(outer.write(inner.write(example.password)), all).length === 0)
        .map((inner) => `${inner.name} in ${outer.name}`),
    );
    // The case of base64 cannot be lost without losing what it says.
    expect(missed.filter((it) => !/base64.* in upper case/.test(it))).toEqual([]);
  });
});

/** Runs the command as it is installed. */
function command(args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env }, (_error, stdout, stderr) => {
      resolve(`${stdout}\n${stderr}`);
    });
  });
}

describe("a report tells no secret of its run", () => {
  const check = async (api: string, own: Own, spelling: Spelling, into: readonly Leak[]) => {
    const secrets = Object.values(own);
    const wrongs = telling(secrets.map(spelling.write), into);
    const environment = environmentOf(own);
    const report = await checkedWrong(mock(), wrongs, api, { environment, only: only[api] ?? [] });
    for (const [format, text] of Object.entries(written(report))) {
      expect(told(text, secrets), `${format}: ${text}`).toEqual([]);
      for (const secret of secrets) expect(text).not.toContain(spelling.write(secret));
    }
  };

  it.each(leaks)("in any spelling that a server puts into $name", async (place) => {
    for (const api of ["capillary", "superoffice"]) {
      const texts = spellings.map(({ write }) => write(example.password)).join(" ");
      await check(api, example, { name: "all", write: () => texts }, [place]);
    }
  });

  it.each(["capillary", "superoffice"])(
    "of %s, whatever the secret, its spelling and its place",
    async (api) => {
      const property = fc.asyncProperty(anyOwn, anySpelling, anyLeaks, (...it) =>
        check(api, ...it),
      );
      await fc.assert(property, { numRuns: 10 });
    },
  );
});

describe("a report tells nothing that the server issues during the run:", () => {
  const issued = "QwertyIssuedTok";
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  it.each<[string, Partial<Answer>]>([
    ["a cookie", { headers: { "set-cookie": `sid=${issued}; Path=/; HttpOnly` } }],
    ["a token in a header", { headers: { "x-xsrf-token": issued } }],
    ["an access token", { body: json({ accessToken: issued }) }],
    ["a token nobody documented", { body: json({ login: [{ session_id: issued }] }) }],
    ["a list of tokens", { body: json({ tokens: [{ value: issued }] }) }],
  ])("%s", async (_what, issuing) => {
    let isIssued = false;
    const names: Partial<Answer> = {
      type: "application/json",
      body: json({ [issued]: 1, data: issued }),
    };
    const wrongs: Wrongs = {
      answer: (_right, { target }) => {
        if (target.includes("token")) isIssued = true;
        return target.includes("token")
          ? { status: 200, type: "application/json", ...issuing }
          : names;
      },
    };
    const operations = [
      "getCustomer/with-images",
      "generateToken/key-and-secret",
      "deleteCustomerImage/one-index",
    ];
    const report = await checkedWrong(mock(), wrongs, "capillary", { only: operations });
    expect(isIssued).toBe(true);
    expect(report.counts.differs).toBeGreaterThan(1);
    for (const [format, text] of Object.entries(written(report))) {
      expect(told(text, [issued]), format).toEqual([]);
    }
  });

  it("but a name that is none is shown, because nobody finds the fault without", async () => {
    const wrongs: Wrongs = {
      answer: () => ({ type: "application/json", body: json({ [issued]: 1 }) }),
    };
    const report = await checkedWrong(mock(), wrongs, "capillary", {
      only: ["getCustomer/with-images"],
    });
    for (const text of Object.values(written(report))) expect(text).toContain(issued);
  });
});

describe("the command prints no secret of its run", () => {
  it.each(["text", "json", "html", "junit"])(
    "in a report as %s, and nothing beside it",
    async (format) => {
      const texts = spellings.map(({ write }) => all.map(write).join(" "));
      const server = await inFrontOf(mock(), telling(texts, leaks));
      const args = [
        "--target",
        server.url,
        "--api",
        "capillary",
        "--only",
        "getCustomer,generateToken,deleteCustomerImage",
        "--allow-writes",
      ];
      const report = format === "text" ? [] : ["--report", format];
      const printed = await command([...args, ...report], environmentOf(example));
      await server.close();
      expect(printed).toContain("deleteCustomerImage");
      expect(told(printed, all)).toEqual([]);
    },
  );

  it.each([
    ["an address with a password", ["--target", "http://till:0a1b=2c3d@127.0.0.1:9"]],
    ["an address with a token", ["--target", "http://127.0.0.1:9/?token=0a1b=2c3d"]],
    ["what is not an address", ["--target", "0a1b=2c3d"]],
    [
      "an address with a credential of the run in its path",
      ["--target", "http://127.0.0.1:9/0a1b=2c3d/"],
    ],
    [
      "a value that is a credential",
      ["--target", "http://127.0.0.1:9", "--replace", "565039505=0a1b=2c3d"],
    ],
    ["a pair that is none", ["--target", "http://127.0.0.1:9", "--replace", "=0a1b=2c3d"]],
    ["a scheme that is none", ["--target", "http://127.0.0.1:9", "--auth", "0a1b=2c3d"]],
    ["a name that is none", ["--target", "http://127.0.0.1:9", "--only", "0a1b=2c3d"]],
    ["a time that is none", ["--target", "http://127.0.0.1:9", "--timeout", "0a1b=2c3d"]],
    ["a format that is none", ["--target", "http://127.0.0.1:9", "--report", "0a1b=2c3d"]],
    ["an option that is none", ["--target", "http://127.0.0.1:9", "--password=0a1b=2c3d"]],
    ["a word too many", ["--target", "http://127.0.0.1:9", "0a1b=2c3d"]],
  ])("for %s", async (_what, args) => {
    const printed = await command(["--api", "capillary", ...args], {
      IMAGE_APIS_CAPILLARY_OAUTH: "0a1b=2c3d",
    });
    expect(printed.trim()).not.toBe("");
    expect(printed).not.toContain("0a1b=2c3d");
  });
});
