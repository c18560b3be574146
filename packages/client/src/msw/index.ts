export type { OperationId } from "../operations/operation-id.ts";
export type { AnswerCode, AnswerKey } from "./answer-key.ts";
export {
  type AnswerOptions,
  answerWith,
  documentedHandlers,
  failToConnect,
  failWith,
  failWithStatus,
  type HandlerOptions,
  type UndocumentedAnswer,
} from "./handlers.ts";
