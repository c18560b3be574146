import type { ApiModel } from "../../model/model.ts";
import { commonHeader, header } from "../text.ts";
import { authNames } from "./auth.ts";
import { optionsNames } from "./options.ts";

/** `index.ts` of an API: everything its users import. */
export function apiIndexFile(api: ApiModel): string {
  const { name } = api;
  const { values, types } = authNames(api);
  const auth = [...types.map((it) => `type ${it}`), ...values];
  return `${header(api)}
export type {
  components as ${name}Components,
  ErrorCode as ${name}ErrorCode,
} from "@image-apis/types/${api.api}";
export * from "../../client/shared.ts";
export * from "../basic-auth.ts";
export { ${auth.join(", ")} } from "./auth.ts";
export {
  create${name}Client,
  type ${name}Address,
  type ${name}Client,
  type ${name}ClientOptions,
} from "./client.ts";
export type * from "./options.ts";
`;
}

/** `index.ts` of all APIs: each one's own names. A name that several APIs have is left to their own entries. */
export function clientIndexFile(apis: readonly ApiModel[]): string {
  const all = apis.flatMap(ownNames);
  const lines = apis.map((api) => {
    const names = ownNames(api)
      .filter((name) => all.filter((it) => it === name).length === 1)
      .map((name) => `  ${name},\n`)
      .sort();
    return `export {\n${names.join("")}} from "./${api.api}/index.ts";\n`;
  });
  return `${commonHeader}
export * from "../client/shared.ts";
export * from "./basic-auth.ts";
${lines.join("")}`;
}

function ownNames(api: ApiModel): string[] {
  const { name } = api;
  const { values, types } = authNames(api);
  const all = [
    `${name}Components`,
    `${name}ErrorCode`,
    `${name}Address`,
    `${name}Client`,
    `${name}ClientOptions`,
    ...types,
    ...optionsNames(api),
  ];
  return [...values, `create${name}Client`, ...all.map((it) => `type ${it}`)];
}
