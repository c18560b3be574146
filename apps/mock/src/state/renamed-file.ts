/** A path with another last segment. */
export function renamedFile(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1) + name;
}
