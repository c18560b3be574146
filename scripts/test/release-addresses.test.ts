import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { addresses, addressFaults } from "../src/addresses.ts";
import { publishedManifest } from "../src/release/manifest.ts";
import { readmeFaults, readmeForRegistry } from "../src/release/readme.ts";

const repository = "https://host.org/owner/image-apis";

it("a release stops while the repository has no address, and says where to set it", () => {
  expect(addressFaults({ repository: "", site: "" })).toEqual([
    expect.stringContaining("Set `repository` in scripts/src/addresses.ts"),
  ]);
});

it.each(["http://host.org/a/b", "https://host.example/a/b", `${repository}/`, "host.org/a/b"])(
  "%s is not an address of a repository",
  (address) => {
    expect(addressFaults({ repository: address, site: "" })).toEqual([
      expect.stringContaining(`"${address}" is not the page of a repository.`),
    ]);
  },
);

it("an address that can be published is accepted", () => {
  expect(addressFaults({ repository, site: "https://docs.host.org/" })).toEqual([]);
  expect(addressFaults({ repository, site: "docs" })).toHaveLength(1);
});

it("--publish stops before it builds where it has no identity of a workflow, and says what to do", () => {
  const script = fileURLToPath(new URL("../src/release.ts", import.meta.url));
  const { ACTIONS_ID_TOKEN_REQUEST_URL: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--publish"], {
    encoding: "utf8",
    env,
  });
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain("Merge the pull request that versions the packages");
  expect(stderr).toContain("Nothing was published.");
  for (const fault of addressFaults(addresses)) expect(stderr).toContain(fault);
});

it("a package.json gets its addresses, and keeps nothing that only the repository can use", () => {
  const manifest = {
    name: "@image-apis/one",
    version: "1.0.0",
    scripts: { build: "node scripts/build.ts" },
    devDependencies: { "@image-apis/testing": "0.0.0" },
  };
  const kept = { name: "@image-apis/one", version: "1.0.0" };
  expect(publishedManifest(manifest, "packages/one", { repository: "", site: "" })).toEqual(kept);
  expect(publishedManifest(manifest, "packages/one", { repository, site: "" })).toEqual({
    ...kept,
    repository: { type: "git", url: `git+${repository}.git`, directory: "packages/one" },
    homepage: `${repository}/tree/main/packages/one#readme`,
    bugs: { url: `${repository}/issues` },
  });
  const site = "https://docs.host.org";
  expect(publishedManifest(manifest, "packages/one", { repository, site }).homepage).toBe(site);
});

const readme = `# One

![A picture](pictures/one.png)

See [\`steps.ts\`](src/steps.ts), [the guide](../../apps/docs/guide.md#a), [below](#b) and [npm](https://npm.im).

| [rule](docs/rule.md) | a |
| --- | --- |

\`\`\`md
[not a link](x.md)
\`\`\`

## Links

[d](docs/d.md)
`;

it("the links and pictures of a README lead into the repository", () => {
  const written = readmeForRegistry(readme, "packages/one", repository);
  expect(written).toContain(`![A picture](${repository}/raw/main/packages/one/pictures/one.png)`);
  expect(written).toContain(`[\`steps.ts\`](${repository}/blob/main/packages/one/src/steps.ts)`);
  expect(written).toContain(`[the guide](${repository}/blob/main/apps/docs/guide.md#a)`);
  expect(written).toContain(`[rule](${repository}/blob/main/packages/one/docs/rule.md)`);
  // A word of the link may be in the address.
  expect(written).toContain(`[d](${repository}/blob/main/packages/one/docs/d.md)`);
  expect(written).toContain("[below](#b) and [npm](https://npm.im)");
  expect(written).toContain("[not a link](x.md)");
  expect(readmeFaults(written)).toEqual([]);
});

it("without an address the words stay and the pictures go", () => {
  const written = readmeForRegistry(readme, "packages/one", "");
  expect(written).toContain("# One\n\nSee `steps.ts`, the guide, [below](#b)");
  expect(written).toContain("| rule | a |");
  expect(readmeFaults(written)).toEqual([]);
  expect(readmeFaults(readme)).toHaveLength(5);
});
