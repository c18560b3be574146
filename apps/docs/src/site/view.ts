import type { Operation } from "@image-apis/spec";
import type { Api } from "./api.ts";
import type { Html } from "./html.ts";
import type { WordLink } from "./markdown.ts";

/** What the parts of an operation's page are given. */
export interface OperationView {
  api: Api;
  operation: Operation;
  wordLink: WordLink;
  /** Links to what is to be said about the source of places of the document, by their JSON pointers. */
  evidence: (...pointers: string[]) => Html;
}
