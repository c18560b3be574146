import type { ApiModel, ServerModel } from "../../model/model.ts";

/** The servers a client sends to: the first of each operation. */
export function clientServers({ servers, operations }: ApiModel): ServerModel[] {
  const used = new Set(operations.map((operation) => operation.servers[0] ?? 0));
  return servers.filter((_, index) => used.has(index));
}
