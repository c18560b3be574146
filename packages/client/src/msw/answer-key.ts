import type { AnswerKeys, codes } from "../generated/answers.ts";
import type { Full, OperationId } from "../operations/operation-id.ts";

/** The keys of an operation's documented answers, for example `400-image-too-small`. */
export type AnswerKey<Id extends OperationId> = AnswerKeys[Full<Id>];

/** The vendor's codes that an operation is documented to answer with. */
export type AnswerCode<Id extends OperationId> = keyof (typeof codes)[Full<Id>];
