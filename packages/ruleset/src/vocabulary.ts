/** The keys of `x-limits`; sizes are in bytes. */
export const limitKeys = ["minBytes", "maxBytes", "minFiles", "maxFiles", "mediaTypes"] as const;

/**
 * The values that stand where a secret would, reviewed and opening nothing, each with its place. Whatever looks
 * like a secret and is not a key of this list is refused.
 */
export const reviewedFakes = {
  EXAMPLE: "Tokens that the demo credentials send, and the values of a signed address.",
  REDACTED: "What an inventory holds in place of a credential that a vendor page prints.",
  "EXAMPLE-ACCESS-TOKEN": "The token in the documented response to a token request.",
  "demo-secret": "The client's secret in the documented token request.",
  "demo-user:demo-password": "User and password that the demo credentials send as Basic.",
} as const;
