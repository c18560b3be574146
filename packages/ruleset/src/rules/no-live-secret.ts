import { isObject, type Path } from "../json.ts";
import type { Finding, Rule } from "../rule.ts";
import { decodeCredentials, findSecrets, isReviewed, secretMessage } from "../secrets.ts";

/** Names whose value is a secret, as a key or as the `name` beside a `value`. */
const secretName =
  /^(?:(?:proxy-)?authorization|(?:set-)?cookie|passw(?:or)?d|token|(?:.*[-_])?(?:api|app|access|auth|oauth|refresh|session|security|xsrf|csrf)[-_]?(?:key|token)|.*(?:secret|password|signature|ticket))$/i;

export const noLiveSecret: Rule = {
  description: "Nothing holds a live-looking secret or a personal path.",
  given: "$",
  check(document) {
    const findings: Finding[] = [];
    const report = (kind: string, path: Path) => {
      findings.push({ message: secretMessage(kind), path });
    };
    const walk = (node: unknown, path: Path): void => {
      if (typeof node === "string" || typeof node === "number") {
        const secret = findSecrets(String(node))[0];
        if (secret !== undefined) report(secret.kind, path);
      } else if (Array.isArray(node)) {
        node.forEach((item, index) => {
          walk(item, [...path, index]);
        });
      } else if (isObject(node)) {
        for (const [key, inner] of Object.entries(node)) {
          const at = [...path, key];
          const name = key === "value" && typeof node.name === "string" ? node.name : key;
          if (secretName.test(name) && isSecretValue(inner)) report(`the value of ${name}`, at);
          else walk(inner, at);
          const inKey = findSecrets(key)[0];
          if (inKey !== undefined) report(inKey.kind, at);
        }
      }
    };
    walk(document, []);
    return findings;
  },
};

/** A word, alone or after a scheme's or a cookie's name, that is not a reviewed fake. Prose is not a secret. */
function isSecretValue(value: unknown): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  const words = String(value).split(/\s+/);
  const secret = (words.at(-1) ?? "").replace(/^[\w.-]+=(?=[^=])/, "");
  if (words.length > 2 || secret === "") return false;
  return !isReviewed(secret) && !isReviewed(decodeCredentials(secret) ?? "");
}
