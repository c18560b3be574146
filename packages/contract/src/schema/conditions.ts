import { isBodyCondition } from "@image-apis/http-contract";

/**
 * Whether a request must show that it meets a condition. The others depend on what the server knows: which
 * customers there are, which images are stored, which ids it takes.
 */
export function showsInRequest(condition: string): boolean {
  return isBodyCondition(condition) || condition.startsWith("missing-");
}
