import type { OperationId } from "../documented/operation-id.ts";
import type { AnswerKeys } from "./generated/answers.ts";

/** The keys of an operation's documented answers, for example `400-image-too-small`. */
export type AnswerKey<Id extends OperationId> = AnswerKeys[Id];
