import type { ApiModel, SchemeModel } from "../../model/model.ts";
import { comment, commonHeader } from "../text.ts";

interface User {
  api: ApiModel;
  scheme: SchemeModel;
  /** The interface of its secrets. */
  type: string;
}

/** `basic-auth.ts`: HTTP Basic of every API. They are told apart by the names of the secrets. */
export function basicAuthFile(apis: readonly ApiModel[]): string {
  const users = usersOf(apis);
  if (users.length === 0) return `${commonHeader}\nexport {};\n`;
  const shapes = [
    ...Map.groupBy(users, ({ scheme }) => `${scheme.username} ${scheme.password}`).values(),
  ];
  const interfaces = users.map(
    ({ scheme, type }) =>
      `${comment(scheme.text)}export interface ${type} {\n  ${scheme.username}: string;\n  ${scheme.password}: string;\n}\n`,
  );
  const overloads = shapes.map((same) => {
    const types = same.map(({ type }) => type).join(" & ");
    // Credentials that several APIs take alike fit every client.
    const vendors = same.length > 1 ? "never" : JSON.stringify(same[0]?.api.api);
    return `export function basicAuth(credentials: ${types}): Auth<${vendors}>;\n`;
  });
  return `${commonHeader}
import type { Auth } from "../auth/auth.ts";
import { basicHeader } from "../auth/basic-header.ts";

${interfaces.join("\n")}
/**
 * HTTP Basic, in UTF-8.
 *
 * @throws TypeError When one of the two is missing, or the user name contains a colon, which Basic cannot carry.
 */
${overloads.join("")}export function basicAuth(credentials: object): Auth<never> {
${shapes.map((same, index) => branch(same, index === shapes.length - 1)).join("")}}
`;
}

/** Every API with HTTP Basic; the interface is called as the overlay says. */
function usersOf(apis: readonly ApiModel[]): User[] {
  return apis.flatMap((api) =>
    api.schemes
      .filter(({ kind }) => kind === "basic")
      .map((scheme) => ({ api, scheme, type: scheme.secrets ?? `${api.name}User` })),
  );
}

/** The names of the interfaces. */
export function basicAuthTypes(apis: readonly ApiModel[]): string[] {
  return usersOf(apis).map(({ type }) => type);
}

function branch(same: readonly User[], isLast: boolean): string {
  const [first] = same;
  if (first === undefined) return "";
  const { username, password } = first.scheme;
  const names = `[${JSON.stringify(username)}, ${JSON.stringify(password)}]`;
  // Credentials of several APIs carry the name of the first; the type has them all.
  const call = `basicHeader<never>(${JSON.stringify(first.api.api)} as never, ${names}, credentials)`;
  return isLast
    ? `  return ${call};\n`
    : `  if (${JSON.stringify(password)} in credentials) return ${call};\n`;
}
