import { CannotRunError } from "./cannot-run-error.ts";
import type { ConformanceOptions } from "./options.ts";
import { hidden } from "./secrecy/wording.ts";

/** A shorter password is a part of many a harmless text. */
const minCharacters = 4;

/**
 * A report shows what was sent, and where. What you choose yourself must therefore hold no credential.
 *
 * @throws CannotRunError For an address, or a value of `--replace`, with a credential in it.
 */
export function failOnSecretsIn(
  { target, replace = new Map() }: Pick<ConformanceOptions, "target" | "replace">,
  secrets: readonly string[],
): void {
  const telling = (text: string) =>
    secrets.some(
      (it) => it.length >= minCharacters && [text, decoded(text)].some((way) => way.includes(it)),
    );
  const where = telling(target)
    ? "--target"
    : [...replace].flat().some(telling)
      ? "--replace"
      : undefined;
  if (where === undefined) return;
  throw new CannotRunError(`${where} contains a credential, which the report would show.`);
}

/**
 * What is wrong with a command line, without the credentials that the environment holds and without the value of an
 * option that does not exist.
 */
export function withoutSecrets(
  message: string,
  environment: ConformanceOptions["environment"],
): string {
  return secretsIn(environment)
    .filter((it) => it.length >= minCharacters)
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, hidden), message)
    .replace(/('--[\w-]+=)[^']*'/g, `$1${hidden}'`);
}

/**
 * The values of the variables for credentials, and the passwords behind a user name.
 *
 * @param prefix How the variables begin; those of every API by default.
 */
export function secretsIn(
  environment: ConformanceOptions["environment"],
  prefix = "IMAGE_APIS_",
): string[] {
  return Object.keys(environment)
    .filter((variable) => variable.startsWith(prefix))
    .flatMap((variable) => {
      const value = environment[variable] ?? "";
      const isBasic = variable.endsWith("_BASIC");
      return isBasic ? [value, value.slice(value.indexOf(":") + 1)] : [value];
    })
    .filter((it) => it !== "");
}

function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString(),
  );
}
