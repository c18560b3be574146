import type { ApiModel } from "../../model/model.ts";
import { camelCase } from "../../model/names.ts";
import { commonHeader } from "../text.ts";

/** `apis.ts`: what is needed to know whose operation a request is for, and whether a body tells of a failure. */
export function apisFile(apis: readonly ApiModel[]): string {
  const names = apis.map(({ api }) => ({ api, name: camelCase(api) }));
  return `${commonHeader}
import { ${names.map(({ name }) => name).join(", ")} } from "@image-apis/types";
${names.map(({ api, name }) => `import { description as ${name}Description } from "./${api}/description.ts";\n`).join("")}
/** Every API with its routes and what a failure looks like. */
export const apis = [
${names.map(({ api, name }) => `  { api: "${api}", routes: ${name}.routes, failure: ${name}Description.failure },\n`).join("")}];
`;
}
