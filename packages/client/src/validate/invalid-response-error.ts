import { ApiError } from "../errors/api-error.ts";
import type { Problem } from "./problem.ts";

/** An answer whose body is not what the document describes. */
export class InvalidResponseError extends ApiError {
  override readonly name = "InvalidResponseError";
  /** Everything that is wrong with the body. */
  readonly problems: readonly Problem[];

  constructor(operationId: string, status: number, body: unknown, problems: readonly Problem[]) {
    const list = problems.map(({ path, message }) => `\n  ${path || "(the body)"} ${message}`);
    super(
      `${operationId} answered ${status} with a body that is not the documented one:${list.join("")}`,
      { operationId, status, body },
    );
    this.problems = problems;
  }
}
