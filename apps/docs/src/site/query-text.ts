import { type Json, type Operation, wireRequest } from "@image-apis/spec";
import type { Api } from "./api.ts";

/** A query parameter as it travels, without the `?`: a list is the name repeated, or what the document says. */
export function queryText(api: Api, operation: Operation, name: string, value: Json): string {
  const request = {
    path: {},
    query: { [name]: value },
    headers: {},
    security: [],
  };
  const { target } = wireRequest(api.document, operation, { request });
  return target.slice(target.indexOf("?") + 1);
}
