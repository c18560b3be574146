/** The variables of the environment that hold an address. */
export type AddressVariable = "SITE_URL" | "REPOSITORY_URL";

/**
 * Reads an address from the environment, ending with a slash: where the site will stand, or where its repository does;
 * nothing where it is unset or empty.
 *
 * @throws Error where it is not an address of a website.
 */
export function addressOf(
  name: AddressVariable,
  value: string | undefined = process.env[name],
): string | undefined {
  if (value === undefined || value === "") return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol) || url.search || url.hash) {
    throw new Error(
      `${name}="${value}" is not an address. Give one like https://docs.example/images/.`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
