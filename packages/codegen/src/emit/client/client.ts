import type { ApiModel, ServerVariableModel } from "../../model/model.ts";
import { comment, header, property } from "../text.ts";
import { clientServers } from "./servers.ts";

/** `client.ts`: the function that makes a client, and its options. */
export function clientFile(api: ApiModel): string {
  const { name, title } = api;
  const variables = variablesOf(api);
  const isNeeded = variables.some(({ isPlaceholder }) => isPlaceholder);
  return `${header(api)}
import { errorCodes, limits, type paths, routes } from "@image-apis/types/${api.api}";
import type { Client } from "openapi-fetch";
import type { ClientOptions } from "../../client/client-options.ts";
import { createApiClient } from "../../client/create-api-client.ts";
import { description } from "./description.ts";
import type { ${name}Operations } from "./operations.ts";

export interface ${name}Client extends ${name}Operations {
  /**
   * The openapi-fetch client that the methods themselves use, for what they do not cover: same addresses, credentials,
   * limits, retries and times. Its types are not part of this package's promises.
   */
  readonly raw: Client<paths>;
}

${addressType(name, variables)}
export type ${name}ClientOptions = ${name}Address & ClientOptions<"${api.api}">;

/**
 * A client for the ${title}.
 *
 * @throws TypeError When an address is not one.
 */
export function create${name}Client(options: ${name}ClientOptions${isNeeded ? "" : " = {}"}): ${name}Client {
  const document = { routes, limits, errorCodes };
  return createApiClient<paths, ${name}Operations>(description, document, options);
}
`;
}

/** The variables of all servers of the client; those of one option once. */
function variablesOf(api: ApiModel): ServerVariableModel[] {
  const all = clientServers(api).flatMap(({ variables }) => variables);
  return all.filter(({ option }, index) => all.findIndex((it) => it.option === option) === index);
}

function addressType(name: string, variables: readonly ServerVariableModel[]): string {
  if (variables.length === 0) {
    return `/** The documented address, or another one (a mock, a proxy). */
export type ${name}Address = { baseUrl?: string | undefined };
`;
  }
  const lines = variables.map((it) => {
    const byDefault = it.isPlaceholder
      ? `For example \`${it.default}\`.`
      : `By default \`${it.default}\`.`;
    return (
      comment(`${it.text} ${byDefault}`, "      ") +
      property(it.option, "string", it.isPlaceholder, "      ")
    );
  });
  const none = variables.map(({ option }) => ` ${option}?: undefined;`).join("");
  return `/** Parts of the documented addresses, or one address for everything (a mock, a proxy, your own installation). */
export type ${name}Address =
  | {
${lines.join("")}      baseUrl?: undefined;
    }
  | { baseUrl: string;${none} };
`;
}
