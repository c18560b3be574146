/** The other way to write a name: `image_ids` for `imageIds`, `names` for `name`. */
export function misspelt(name: string): string {
  if (/[a-z0-9][A-Z]/.test(name)) {
    return name.replace(
      /([a-z0-9])([A-Z])/g,
      (_, a: string, b: string) => `${a}_${b.toLowerCase()}`,
    );
  }
  if (name.includes("_")) return name.replace(/_(\w)/g, (_, a: string) => a.toUpperCase());
  if (name.includes("-")) return name.replaceAll("-", "_");
  return `${name}s`;
}
