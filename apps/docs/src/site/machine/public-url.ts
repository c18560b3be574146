/**
 * Reads `SITE_URL`, the address the site will stand at; nothing where it is unset or empty.
 *
 * @throws Error where it is not an address of a website.
 */
export function publicUrl(value: string | undefined): string | undefined {
  if (value === undefined || value === "") return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol) || url.search || url.hash) {
    throw new Error(
      `SITE_URL="${value}" is not an address. Give one like https://docs.example/images/.`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
