import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyDocuments } from "@image-apis/testing/documents";
import { describe, expect, it } from "vitest";
import { bundledDocuments, documentsAt } from "../../src/diff/base.ts";
import { largest } from "../../src/diff/change.ts";
import { addedBump } from "../../src/diff/changesets.ts";
import { compareAll } from "../../src/diff/compare-all.ts";
import { repositoryRoot } from "../../src/repository.ts";
import { person } from "../support/changes.ts";

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

it("a commit's documents are compared with those on the disk, and changesets since then count", async () => {
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  try {
    copyDocuments(folder);
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
