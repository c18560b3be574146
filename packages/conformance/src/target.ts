import { CannotRunError } from "./cannot-run-error.ts";

/**
 * The address of a server as a run needs it, without a slash at the end. A message never repeats it: it may hold a
 * password.
 *
 * @throws CannotRunError For one that is not an address, or holds credentials, a query or a fragment.
 */
export function usableTarget(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CannotRunError("--target: It is an http or https address.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new CannotRunError(
      "--target: Credentials come from the environment, never in the address.",
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw new CannotRunError("--target: It has no query and no fragment.");
  }
  return url.href.replace(/\/+$/, "");
}
