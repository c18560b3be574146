import type { Json } from "@image-apis/spec";
import type { ContractOperation } from "../operations/contract-operation.ts";
import type { DocumentedResponse } from "../operations/documented-response.ts";
import type { Answer } from "../problem/answer.ts";

/** What a documented response is made of beside the document. */
export interface Wishes {
  /** The Accept header. */
  accept: string | undefined;
  /** The body in place of the documented example; it must fit the response's schema. */
  body?: Json | undefined;
  /** Whether the body is made up from the schema; a responder that makes nothing up gives the example. */
  dynamic?: boolean;
}

/** Writes responses as the document has them. */
export interface Responder {
  /**
   * Gives a documented response in a media type that the client accepts. Any but the usual response comes in its own
   * media type where the client accepts none of it, because an error in JSON tells more than a 406.
   *
   * @throws Problem 406 where the usual response is in no accepted media type; an Error for a body that does not fit.
   */
  respond(
    operation: ContractOperation,
    response: DocumentedResponse,
    wishes: Wishes,
  ): Promise<Answer>;
}
