export type { OperationId } from "../operations/operation-id.ts";
export { InvalidResponseError } from "./invalid-response-error.ts";
export type { Problem } from "./problem.ts";
export { assertValid, validate } from "./validate.ts";
export { validateAnswers } from "./validate-answers.ts";
