import type { ApiModel, SchemeModel } from "../../model/model.ts";
import { pascalCase } from "../../model/names.ts";
import { comment, header } from "../text.ts";

/** `auth.ts`: a function for every security scheme but HTTP Basic, which the APIs share. */
export function authFile(api: ApiModel): string {
  const own = api.schemes.filter(({ kind }) => kind !== "basic");
  const makers = own.flatMap((it) => [maker(api, it), ...tokenMaker(api, it)]).join("\n");
  const uses = (name: string) => makers.includes(`${name}(`);
  const imports = [
    `import { ${["type Auth", ...(uses("headerAuth") ? ["headerAuth"] : []), ...(makers.includes(": Secret") ? ["type Secret"] : [])].join(", ")} } from "../../auth/auth.ts";\n`,
    uses("queryAuth") ? `import { queryAuth } from "../../auth/query-auth.ts";\n` : "",
    uses("secretCookie") ? `import { secretCookie } from "../../auth/secret-cookie.ts";\n` : "",
    uses("tokenAuth") ? `import { tokenAuth } from "../../auth/token-auth.ts";\n` : "",
  ];
  const names = [...new Set(api.schemes.map((it) => `\`${it.maker}\``))].join(", ") || "none";
  return `${header(api)}
${imports.join("")}
/** Credentials that the ${api.title} takes: ${names}. */
export type ${api.name}Auth = Auth<"${api.api}">;
${makers === "" ? "" : `\n${makers}`}`;
}

/** What \`auth.ts\` exports: values and types. */
export function authNames(api: ApiModel): { values: string[]; types: string[] } {
  const own = api.schemes.filter(({ kind }) => kind !== "basic");
  const tokens = api.schemes.flatMap(({ token }) => token ?? []);
  return {
    values: [...own.map((it) => it.maker), ...tokens.map(({ name }) => name)],
    types: [`${api.name}Auth`, ...api.schemes.filter((it) => it.token).map(secretsName)],
  };
}

const secretsName = ({ scheme }: SchemeModel) => `${pascalCase(scheme)}Client`;

function maker({ api, name }: ApiModel, it: SchemeModel): string {
  const cookie = it.cookie;
  const byDefault =
    cookie === undefined
      ? ""
      : ` = secretCookie(${JSON.stringify(it.maker)}, ${JSON.stringify(cookie)})`;
  const text = [
    it.text,
    "Pass a function to be asked before every request.",
    ...(cookie === undefined
      ? []
      : [`By default it is read from the cookie \`${cookie}\` of the page.`]),
    ...(it.kind === "cookie"
      ? ["A page cannot set it: there the browser sends its own cookies."]
      : []),
  ].join(" ");
  return `${comment(text)}export function ${it.maker}(secret: Secret${byDefault}): ${name}Auth {
  return ${call(api, it)};
}
`;
}

function call(api: string, { kind, name, prefix }: SchemeModel): string {
  const [vendor, key] = [JSON.stringify(api), JSON.stringify(name)];
  if (kind === "query") return `queryAuth(${vendor}, ${key}, secret)`;
  if (kind === "cookie")
    return `headerAuth(${vendor}, "Cookie", secret, ${JSON.stringify(`${name}=`)})`;
  const before = prefix === "" ? "" : `, ${JSON.stringify(prefix)}`;
  return `headerAuth(${vendor}, ${key}, secret${before})`;
}

function tokenMaker({ api, name }: ApiModel, scheme: SchemeModel): string[] {
  if (scheme.token === undefined) return [];
  const { name: maker, operationId, fields, value, seconds } = scheme.token;
  const operation = { maker, operationId, token: value, seconds };
  const lines = Object.entries(operation).map(
    ([key, it]) => `    ${key}: ${JSON.stringify(it)},\n`,
  );
  const names = fields.join(", ");
  return [
    `/** What \`${operationId}\` needs. */
export interface ${secretsName(scheme)} {
${fields.map((it) => `  ${it}: string;\n`).join("")}}

/**
 * Gets a token with \`${operationId}\`, keeps it as long as it lives, and renews it once for all calls that run in
 * parallel: shortly before it expires, or when it is refused. Clients that share it have a token each.
 *
 * @throws TypeError When a secret is missing.
 */
export function ${maker}({ ${names} }: ${secretsName(scheme)}): ${name}Auth {
  const operation = {
${lines.join("")}  };
  return tokenAuth("${api}", ${JSON.stringify(scheme.name)}, operation, { ${names} });
}
`,
  ];
}
