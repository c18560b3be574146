/**
 * The public addresses of the project, and the only place where they are written. Both are empty while they do not exist.
 * Until then nothing links to them, and `npm run release -- --publish` stops.
 */
export interface Addresses {
  /** The page of the repository, without a slash at its end: `https://<host>/<owner>/<name>`. */
  repository: string;
  /** The page where the docs stand. Without one, the home page of a package is its folder in the repository. */
  site: string;
}

/** Set `repository` before the first release, and `site` when the docs have an address. */
export const addresses: Addresses = { repository: "", site: "" };

/** What is wrong with the addresses, as sentences that say what to do; nothing where a release may use them. */
export function addressFaults({ repository, site }: Addresses): string[] {
  const faults: string[] = [];
  if (repository === "") {
    faults.push(
      "The repository has no address. Set `repository` in scripts/src/addresses.ts: npm shows it, and refuses provenance without it.",
    );
  } else if (!isPublicPage(repository)) {
    faults.push(
      `"${repository}" is not the page of a repository. Write https://<host>/<owner>/<name>, without a slash at its end.`,
    );
  }
  if (site !== "" && !isPublicPage(site.replace(/\/$/, ""))) {
    faults.push(`"${site}" is not the page of a site. Write https://<host>/…, or leave it empty.`);
  }
  return faults;
}

function isPublicPage(text: string): boolean {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  return (
    address?.protocol === "https:" &&
    !/(^|\.)(example|invalid|test|localhost)$/.test(address.hostname) &&
    !/\/$/.test(text)
  );
}
