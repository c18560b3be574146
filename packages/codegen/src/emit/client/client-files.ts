import type { ApiModel } from "../../model/model.ts";
import { answersFile } from "./answers.ts";
import { apisFile } from "./apis.ts";
import { authFile } from "./auth.ts";
import { basicAuthFile } from "./basic-auth.ts";
import { clientFile } from "./client.ts";
import { descriptionFile } from "./description.ts";
import { apiIndexFile, clientIndexFile } from "./index.ts";
import { operationIdsFile } from "./operation-ids.ts";
import { operationsFile } from "./operations.ts";
import { optionsFile } from "./options.ts";

const emitters: Record<string, (api: ApiModel) => string> = {
  auth: authFile,
  client: clientFile,
  description: descriptionFile,
  index: apiIndexFile,
  operations: operationsFile,
  options: optionsFile,
};

/** The files of one API in `packages/client/src/generated`: texts by path, with `/`. */
export function clientFilesOf(api: ApiModel): Map<string, string> {
  return new Map(
    Object.entries(emitters).map(([name, emit]) => [`${api.api}/${name}.ts`, emit(api)]),
  );
}

/** The files there that are about all APIs. */
export function commonClientFiles(apis: readonly ApiModel[]): Map<string, string> {
  return new Map([
    ["answers.ts", answersFile(apis)],
    ["apis.ts", apisFile(apis)],
    ["basic-auth.ts", basicAuthFile(apis)],
    ["index.ts", clientIndexFile(apis)],
    ["operation-ids.ts", operationIdsFile(apis)],
  ]);
}
