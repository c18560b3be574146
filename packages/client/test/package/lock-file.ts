/** A packed package. */
export interface Packed {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, object>;
  /** Its tarball, `file:…`. */
  file: string;
  integrity: string;
}

/** The part of a lock file of pnpm that is read and written here. */
export interface Lock {
  lockfileVersion: string;
  settings: object;
  overrides?: Record<string, string>;
  importers: Record<string, object>;
  packages: Record<string, object>;
  snapshots: Record<string, { dependencies?: Record<string, string> }>;
}

/** The lock file of a project that depends on packed packages; everything else in the versions of another lock file. */
export function lockFor(packed: Packed[], from: Lock): Lock {
  const files = Object.fromEntries(packed.map(({ name, file }) => [name, file]));
  const packages: Lock["packages"] = {};
  const snapshots: Lock["snapshots"] = {};
  const add = (name: string, version: string) => {
    const key = `${name}@${version}`;
    const known = from.packages[key];
    const snapshot = from.snapshots[key];
    if (known === undefined || snapshot === undefined) throw new Error(`${key} is not locked.`);
    packages[key] = known;
    snapshots[key] = snapshot;
    for (const [needed, at] of Object.entries(snapshot.dependencies ?? {})) add(needed, at);
  };
  for (const { name, version, file, integrity, ...manifest } of packed) {
    const { peerDependencies, peerDependenciesMeta } = manifest;
    const key = `${name}@${file}`;
    const peers = peerDependencies && { peerDependencies, peerDependenciesMeta };
    packages[key] = { resolution: { integrity, tarball: file }, version, ...peers };
    const dependencies: Record<string, string> = {};
    for (const [needed, at] of Object.entries(manifest.dependencies ?? {})) {
      dependencies[needed] = files[needed] ?? at;
      if (files[needed] === undefined) add(needed, at);
    }
    snapshots[key] = { dependencies };
  }
  const importer = Object.entries(files).map(([name, file]) => [
    name,
    { specifier: file, version: file },
  ]);
  return {
    lockfileVersion: from.lockfileVersion,
    settings: { autoInstallPeers: true, excludeLinksFromLockfile: false },
    overrides: files,
    importers: { ".": { dependencies: Object.fromEntries(importer) } },
    packages,
    snapshots,
  };
}
