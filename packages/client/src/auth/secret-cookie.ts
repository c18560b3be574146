/**
 * Reads a secret that a signed-in page has in a cookie; asked before every request.
 *
 * @param maker The function that makes the credentials, for the message.
 * @throws TypeError When there is no such cookie; from the returned function.
 */
export function secretCookie(maker: string, name: string): () => string {
  return () => {
    const { document } = globalThis as { document?: { cookie: string } };
    const pairs = (document?.cookie ?? "").split(/;\s*/);
    const value = pairs.find((it) => it.startsWith(`${name}=`))?.slice(name.length + 1);
    if (value === undefined) throw new TypeError(`${maker}: there is no ${name} cookie.`);
    return decodeURIComponent(value);
  };
}
