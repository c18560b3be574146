/**
 * The address of a target.
 *
 * @throws Error for what is not an address of a server, or has parts that would not be used. Such parts may be secret, so
 * the message does not repeat them.
 */
export function targetAddress(text: string): URL {
  const advice = "Write it as https://host or https://host/path.";
  const hasMore = /[@?#]/.test(text);
  const target = URL.parse(text);
  if (target === null || !/^https?:$/.test(target.protocol) || !/^\s*https?:\/\//i.test(text)) {
    const shown = hasMore ? "The target" : `The target "${text}"`;
    throw new Error(`${shown} is not an address. ${advice}`);
  }
  const unused = [
    ...(/^\s*https?:\/\/[^/?#\\]*@/i.test(text) ? ["a user or a password"] : []),
    ...(/^[^#]*\?/.test(text) ? ["a query"] : []),
    ...(text.includes("#") ? ["a fragment"] : []),
  ];
  if (unused.length === 0) return target;
  throw new Error(
    `The target ${target.origin} has ${unused.join(" and ")}, which the proxy does not send. ${advice} Credentials belong into each request.`,
  );
}
