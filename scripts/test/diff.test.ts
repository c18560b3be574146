import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { loadDocument, type OpenApiDocument } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { bundledDocuments, documentsAt } from "../src/diff/base.ts";
import { largest } from "../src/diff/change.ts";
import { addedBump, bumpsOf, neededBump } from "../src/diff/changesets.ts";
import { compareDocuments } from "../src/diff/compare.ts";
import { compareAll } from "../src/diff/compare-all.ts";
import { changeReport } from "../src/diff/report.ts";
import { packageVersions, versionsApart } from "../src/diff/versions.ts";
import { repositoryRoot } from "../src/repository.ts";

const capillary = loadDocument("capillary");
const superoffice = loadDocument("superoffice");
const upload = "/v2/customers/{customerId}/setImage";
const person = "/api/v1/Person/{personId}/Image";

/** Anything of a document, without its type: these tests break it on purpose. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
type Loose = any;

async function changesOf(document: OpenApiDocument, change: (document: Loose) => void) {
  const after = structuredClone(document);
  change(after);
  return compareDocuments("api", document, after);
}

/** What a pair of documents says, largest first. */
const said = async (document: OpenApiDocument, change: (document: Loose) => void) =>
  (await changesOf(document, change)).map(({ size, where, text }) => `${size} ${where}: ${text}`);

const schemas = (document: Loose) => document.components.schemas;
const uploadForm = (document: Loose) => schemas(document).CustomerImageUpload.properties;

it("documents that say the same have no changes", async () => {
  expect(await said(capillary, () => {})).toEqual([]);
});

describe("what oasdiff sees", () => {
  it.each<[string, (document: Loose) => void, string]>([
    ["an operation that goes", (it) => delete it.paths[upload], "breaking addCustomerImage: "],
    [
      "a parameter that must be sent now",
      (it) => {
        it.paths[upload].post.parameters.push({
          name: "tenant",
          in: "query",
          required: true,
          schema: { type: "string" },
        });
      },
      "breaking addCustomerImage: ",
    ],
    [
      "an answer that is new",
      (it) => {
        it.paths[upload].post.responses["409"] = { description: "Twice." };
      },
      "additive addCustomerImage: ",
    ],
    [
      "a body that may be left out",
      (it) => {
        it.paths[upload].post.requestBody.required = false;
      },
      "additive addCustomerImage: ",
    ],
  ])("%s", async (_what, change, expected) => {
    expect((await said(capillary, change))[0]).toContain(expected);
  });
});

describe("what oasdiff passes over", () => {
  const cases: [string, OpenApiDocument, (document: Loose) => void, RegExp][] = [
    [
      "fewer items",
      capillary,
      (it) => {
        uploadForm(it).file.maxItems = 2;
      },
      /^breaking addCustomerImage.*: file maxItems was 5, is 2$/,
    ],
    [
      "more items",
      capillary,
      (it) => {
        uploadForm(it).file.maxItems = 9;
      },
      /^additive addCustomerImage.*: file maxItems was 5, is 9$/,
    ],
    [
      "more items at least",
      capillary,
      (it) => {
        uploadForm(it).file.minItems = 2;
      },
      /^breaking .*: file minItems was 1, is 2$/,
    ],
    [
      "no least number of items",
      capillary,
      (it) => {
        delete uploadForm(it).file.minItems;
      },
      /^additive .*: file minItems was 1, is not said$/,
    ],
    [
      "a smaller file",
      capillary,
      (it) => {
        uploadForm(it).file["x-limits"].maxBytes = 1;
      },
      /^breaking .*: file maxBytes was \d+, is 1$/,
    ],
    [
      "a kind of file",
      superoffice,
      (it) => {
        it.paths[person].put.requestBody.content["image/png"].schema = {
          type: "string",
          format: "binary",
          "x-limits": { mediaTypes: ["image/webp"] },
        };
      },
      /^breaking savePersonImage: /,
    ],
    [
      "a style",
      capillary,
      (it) => {
        it.paths[upload].post.requestBody.content["multipart/form-data"].encoding.file.explode =
          false;
      },
      /^breaking addCustomerImage: file travels another way: explode was true, is false$/,
    ],
    [
      "another server",
      capillary,
      (it) => {
        it.servers[0].url = "https://elsewhere.example";
      },
      /^breaking .*: no longer a server: https:\/\/\{host\} \(host is \S+\); new: https:\/\/elsewhere\.example$/,
    ],
    [
      "a host that is another one",
      capillary,
      (it) => {
        it.servers[0].variables.host.default = "elsewhere.example";
      },
      /^breaking .*: no longer a server: .* \(host is \S+\); new: https:\/\/\{host\} \(host is elsewhere\.example\)$/,
    ],
    [
      "a host that is one of a few",
      capillary,
      (it) => {
        const { host } = it.servers[0].variables;
        host.enum = [host.default, "elsewhere.example"];
      },
      /^breaking .*: no longer a server: .*; new: .* of \S+, elsewhere\.example\)$/,
    ],
    [
      "the words of a server",
      capillary,
      (it) => {
        it.servers[0].description = "Other words.";
        it.servers[0].variables.host.description = "Other words.";
      },
      /^documentation .*: the order or the words of each server changed$/,
    ],
    [
      "a further server",
      capillary,
      (it) => {
        it.servers.push({ url: "https://elsewhere.example" });
      },
      /^additive .*: a further server: https:\/\/elsewhere\.example$/,
    ],
    [
      "a refusal that is documented no more",
      superoffice,
      (it) => {
        delete it.paths[person].put.responses["400"];
      },
      /^breaking savePersonImage: the answer 400 is documented no more$/,
    ],
    [
      "a way to sign in that goes",
      superoffice,
      (it) => {
        it.paths[person].put.security.shift();
      },
      /^breaking savePersonImage: no longer a way to sign in: Basic$/,
    ],
    [
      "a way to sign in that comes",
      superoffice,
      (it) => {
        it.paths[person].put.security.push({});
      },
      /^additive savePersonImage: a further way to sign in: nothing$/,
    ],
    [
      "a header that carries the credentials",
      superoffice,
      (it) => {
        it.components.securitySchemes.AppToken.name = "X-App";
      },
      /^breaking .*: the security scheme AppToken is another one: name was "SO-AppToken", is "X-App"$/,
    ],
    [
      "a description",
      superoffice,
      (it) => {
        it.paths[person].put.description = "Other words.";
      },
      /^documentation savePersonImage: description says something else$/,
    ],
    [
      "an example",
      superoffice,
      (it) => {
        Object.values<Loose>(
          it.paths[person].put.responses["200"].content["application/json"].examples,
        )[0].value = 1;
      },
      /^documentation savePersonImage: the example \S+ says something else$/,
    ],
    [
      "the title",
      superoffice,
      (it) => {
        it.info.title = "Other";
      },
      /^documentation the document: title says something else$/,
    ],
  ];

  it.each(cases)("%s", async (_what, document, change, expected) => {
    expect(await said(document, change)).toContainEqual(expect.stringMatching(expected));
  });

  it("the code and the condition of an error", async () => {
    const { operationId, key, example } = codedExample(capillary);
    const code = example["x-error-code"];
    const another = (it: Loose) => {
      codedExample(it).example["x-error-code"] = 1;
    };
    expect(await said(capillary, another)).toContainEqual(
      `breaking ${operationId}: the error code of ${key} was ${code}, is 1`,
    );
    const none = (it: Loose) => {
      const found = codedExample(it);
      delete found.examples[found.key];
    };
    expect(await said(capillary, none)).toContainEqual(
      `breaking ${operationId}: the error code ${code} is documented no more`,
    );
  });

  it("a limit of an answer, the other way round: more than before may break a client", async () => {
    const change = (items: number) => (document: Loose) => {
      schemas(document).ApiError.properties.Extra = { type: "array", items: {}, maxItems: items };
    };
    const before = structuredClone(superoffice);
    change(5)(before);
    const [wider] = await said(before, change(9));
    expect(wider).toMatch(/^breaking .*: Extra maxItems was 5, is 9$/);
    const [tighter] = await said(before, change(2));
    expect(tighter).toMatch(/^additive .*: Extra maxItems was 5, is 2$/);
  });
});

it("a change of a schema is told once, with every operation it is about", async () => {
  const fewer = (it: Loose) => {
    schemas(it).ApiErrors.properties.errors.minItems = 0;
  };
  expect(await said(capillary, fewer)).toEqual([
    expect.stringMatching(/^breaking addCustomerImage, .*: errors minItems was 1, is 0$/),
  ]);
  const another = (it: Loose) => {
    schemas(it).CustomerImageResult.properties.code.type = ["integer", "string"];
  };
  expect(await said(capillary, another)).toEqual([
    expect.stringMatching(
      /^breaking addCustomerImage, addCustomerImageByIdentifier: .*code.*integer, string/,
    ),
  ]);
});

describe("the command", () => {
  it.each([
    [
      ["--bogus"],
      /^Unknown option '--bogus'\nKnown: --base REF, --format text\|markdown, --check\.\n$/,
    ],
    [["wrong"], /^Unexpected argument 'wrong'/],
    [["--format", "pdf"], /^There is no format "pdf"\. Known: text, markdown\.\n$/],
    [["--base", "nope"], /^There is no commit "nope" to compare with\. /],
  ])("ends with 2 and says why for %s", (args, message) => {
    const program = join(repositoryRoot, "scripts/src/diff.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      encoding: "utf8",
    });
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

it("what nobody judges counts as breaking", async () => {
  const change = (it: Loose) => {
    it.paths[person].put["x-unheard-of"] = true;
    it.paths[person].put.callbacks = { done: {} };
  };
  expect(await said(superoffice, change)).toContainEqual(
    expect.stringMatching(/^breaking savePersonImage: \/paths\/.*\/callbacks is new$/),
  );
});

it("an API that comes is additive, one that goes breaks", async () => {
  const both = new Map([
    ["capillary", capillary],
    ["superoffice", superoffice],
  ]);
  const one = new Map([["capillary", capillary]]);
  expect(await compareAll(one, both)).toMatchObject([{ size: "additive", text: "the API is new" }]);
  expect(await compareAll(both, one)).toMatchObject([
    { size: "breaking", text: "the API is gone" },
  ]);
});

it("changes read as a list for a terminal and as Markdown for a pull request", async () => {
  const changes = await changesOf(superoffice, (it) => {
    it.paths[person].put.security.push({});
    it.info.title = "Other";
  });
  expect(changeReport(changes, "main", true)).toBe(`## What changes for a client since main

### api

#### additive

- **savePersonImage**: a further way to sign in: nothing

#### documentation

- **the document**: title says something else


0 breaking, 1 additive, 1 documentation.`);
  expect(changeReport(changes, "main", false)).toContain("\n      savePersonImage: a further way");
  expect(changeReport([], "main", false)).toBe("Nothing changed for a client since main.");
});

describe("the release that a change needs", () => {
  it.each([
    ["breaking", "0.4.0", "minor"],
    ["additive", "0.4.0", "patch"],
    ["breaking", "1.0.0", "major"],
    ["additive", "1.0.0", "minor"],
    ["documentation", "1.0.0", "patch"],
    [undefined, "1.0.0", "none"],
  ] as const)("%s at %s is %s", (size, version, bump) => {
    expect(neededBump(size, version)).toBe(bump);
  });

  it("is asked for by a changeset of a package in lock-step", () => {
    expect(bumpsOf('---\n"@image-apis/types": minor\n---\n\nWords.\n')).toEqual(["minor"]);
    expect(bumpsOf('---\n"@image-apis/mock": major\n---\n\nWords.\n')).toEqual([]);
    expect(bumpsOf("---\n---\n\nNothing.\n")).toEqual([]);
  });
});

it("the documents and the packages in lock-step have one version", async () => {
  const documents = new Map([
    ["capillary", capillary],
    ["superoffice", superoffice],
  ]);
  expect([...packageVersions(repositoryRoot).keys()]).toHaveLength(3);
  expect(versionsApart(repositoryRoot, documents)).toEqual([]);
  const later = structuredClone(capillary);
  later.info.version = "9.0.0";
  expect(versionsApart(repositoryRoot, new Map([["capillary", later]]))).toEqual([
    expect.stringContaining("the document of capillary is 9.0.0"),
  ]);
});

it("a commit's documents are compared with those on the disk, and changesets since then count", async () => {
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  try {
    cpSync(join(repositoryRoot, "redocly.yaml"), join(folder, "redocly.yaml"));
    cpSync(join(repositoryRoot, "spec"), join(folder, "spec"), {
      recursive: true,
      filter: (path) => !["node_modules", "dist", "reports", ".turbo"].includes(basename(path)),
    });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "before");
    const file = join(
      folder,
      `spec/superoffice/paths/${person.slice(1).replaceAll("/", "_")}.yaml`,
    );
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/operationId: \w+/, "operationId: savePersonImage2"));
    mkdirSync(join(folder, ".changeset"));
    // A folder is called after its operation.
    for (const kind of ["exchanges", "refusals"]) {
      const at = join(folder, "spec/superoffice", kind);
      cpSync(join(at, "savePersonImage"), join(at, "savePersonImage2"), { recursive: true });
      rmSync(join(at, "savePersonImage"), { recursive: true });
    }
    const before = await documentsAt(folder, "HEAD");
    const changes = await compareAll(before, await bundledDocuments(folder));
    expect(largest(changes)).toBe("breaking");
    expect(addedBump(folder, "HEAD")).toBe("none");
    writeFileSync(join(folder, ".changeset/a.md"), '---\n"@image-apis/spec": minor\n---\n\nA.\n');
    expect(addedBump(folder, "HEAD")).toBe("minor");
    expect(execFileSync("git", ["status", "--short"], { cwd: folder, encoding: "utf8" })).toContain(
      " M spec/superoffice",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The first example with a code that stands in a path of the document. */
function codedExample(document: Loose) {
  for (const item of Object.values<Loose>(document.paths)) {
    for (const { operationId, responses } of Object.values<Loose>(item)) {
      for (const response of Object.values<Loose>(responses ?? {})) {
        const examples = response.content?.["application/json"]?.examples ?? {};
        for (const [key, example] of Object.entries<Loose>(examples)) {
          if ("x-error-code" in example) return { operationId, examples, key, example };
        }
      }
    }
  }
  throw new Error("There is no code.");
}
