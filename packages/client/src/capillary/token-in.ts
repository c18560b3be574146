import type { components } from "@image-apis/types/capillary";
import { UnreadableResponseError } from "../errors/unreadable-response-error.ts";

/**
 * The token that `generateToken` answered with. One that does not say how long it lives is good until it is refused.
 *
 * @throws UnreadableResponseError When there is none.
 */
export function tokenIn(body: components["schemas"]["TokenResponse"], response: Response) {
  // The cast: what an answer holds is not checked before.
  const { accessToken: token, ttlSeconds } = (body.data ?? {}) as Record<string, unknown>;
  const { status } = response;
  if (typeof token === "string" && token !== "") {
    const seconds = Number(ttlSeconds);
    return { token, secondsToLive: seconds > 0 ? seconds : Number.POSITIVE_INFINITY };
  }
  const operationId = "generateToken";
  throw new UnreadableResponseError(`${operationId} answered ${status} without an access token.`, {
    operationId,
    status,
    body,
    response,
  });
}
