import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lowestNode, nodeOf, startFaults } from "./lowest-node.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { installInto, npm } from "./npm.ts";
import { neededBy } from "./own-packages.ts";
import type { Packed } from "./pack.ts";
import { type Weight, weightFaults, weightOf } from "./weight.ts";

/** What was seen of a package that was installed by itself. */
export interface Alone {
  /** The folder of the installed package. */
  installed: string;
  weight: Weight;
  faults: string[];
}

/** Installs a package into an empty folder with npm, weighs what came, and starts it on the lowest Node that it names. */
export function installedAlone(one: Packed, packed: readonly Packed[], folder: string): Alone {
  const project = join(folder, "alone", one.name.replace("/", "-"));
  mkdirSync(project, { recursive: true });
  installInto(
    project,
    neededBy(one.name, packed).map(({ tarball }) => tarball),
  );
  const installed = join(project, "node_modules", one.name);
  const manifest = readManifest(installed);
  const weight = weightOf(join(project, "node_modules"));
  const faults = weightFaults(one.name, weight);
  installOptionalPeers(project, manifest);
  const lowest = lowestNode(manifest.engines?.node);
  if (lowest === undefined) {
    faults.push(`engines.node is ${manifest.engines?.node}; write >=<lowest version>.`);
  } else {
    faults.push(...startFaults(project, one.name, nodeOf(lowest, folder)));
  }
  return { installed, weight, faults };
}

/** Some entries are for users who have a peer; whoever starts all of them needs it. */
function installOptionalPeers(project: string, manifest: Manifest): void {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const optional = Object.entries(peerDependencies)
    .filter(([name]) => peerDependenciesMeta[name]?.optional === true)
    .map(([name, range]) => `${name}@${range}`);
  if (optional.length > 0) {
    npm(project, ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...optional]);
  }
}
