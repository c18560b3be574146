/**
 * What to tell somebody whose Node is older than a package needs; `undefined` where it is not.
 *
 * @param version of the Node that runs, for example `24.18.1`.
 * @param needed as in `engines`, for example `>=24.18`.
 */
export function oldNode(version: string, needed: string): string | undefined {
  const [major = 0, minor = 0] = numbers(version);
  const [neededMajor = 0, neededMinor = 0] = numbers(needed);
  const isOld = major < neededMajor || (major === neededMajor && minor < neededMinor);
  return isOld ? `The server needs Node ${needed}; this is ${version}.` : undefined;
}

function numbers(version: string): number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
