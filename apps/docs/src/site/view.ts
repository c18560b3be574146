import type { Operation } from "@image-apis/spec";
import type { Api } from "./api.ts";
import type { OperationLink } from "./markdown.ts";

/** What the parts of an operation's page are given. */
export interface OperationView {
  api: Api;
  operation: Operation;
  operationLink: OperationLink;
}
