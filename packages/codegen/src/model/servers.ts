import type { Server } from "@image-apis/spec";
import type { ServerModel } from "./model.ts";
import { camelCase } from "./names.ts";

/** Collects servers, each once, and gives their indexes. */
export function serverList(): { servers: ServerModel[]; indexOf(server: Server): number } {
  const servers: ServerModel[] = [];
  const known = new Map<string, number>();
  return {
    servers,
    indexOf(server) {
      const key = JSON.stringify([server.url, server.variables]);
      const index = known.get(key) ?? servers.push(serverModel(server)) - 1;
      known.set(key, index);
      return index;
    },
  };
}

function serverModel({ url, description = "", variables = {} }: Server): ServerModel {
  return {
    url,
    text: description,
    variables: Object.entries(variables).map(([name, it]) => ({
      name,
      option: it["x-ms-client-name"] ?? camelCase(name),
      default: it.default,
      isPlaceholder: it["x-placeholder"] === true,
      text: it.description ?? "",
    })),
  };
}
