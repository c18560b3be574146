/**
 * The conditions under which a vendor gives an answer: the only names `x-when` may hold, each with what it means.
 * Readers of the documents (mock, client, docs) take the names from here.
 */
export const conditions = {
  "image-too-small": "A file is smaller than the documented minimum.",
  "not-an-image": "A file is not an image, whatever its name says.",
  "no-image": "The request was to carry at least one image and carries none.",
  "too-many-images":
    "There are more files than the documented maximum, in the request or in total.",
  "no-image-selected": "The request names no stored image, or one that nobody has.",
  "customer-not-found": "No customer answers to the given id or identifier.",
  "missing-source": "The request does not say which channel the customer is registered in.",
  "missing-image": "The body that was to be one image is empty.",
  "invalid-person-id": "The person id is not a number the vendor accepts.",
  "person-not-found": "No person has the given id.",
  "no-stored-image": "The person exists and has no image.",
} as const;

/** The name of one condition. */
export type Condition = keyof typeof conditions;

/** The keys of `x-limits`; sizes are in bytes. */
export const limitKeys = ["minBytes", "maxBytes", "minFiles", "maxFiles", "mediaTypes"] as const;

/**
 * The values that stand where a secret would, reviewed and opening nothing, each with its place. Whatever looks
 * like a secret and is not a key of this list is refused.
 */
export const reviewedFakes = {
  EXAMPLE: "Tokens that the demo credentials send, and the values of a signed address.",
  REDACTED: "What an inventory holds in place of a credential that a vendor page prints.",
  "EXAMPLE-ACCESS-TOKEN": "The token in the documented answer to a token request.",
  "demo-secret": "The client's secret in the documented token request.",
  "demo-user:demo-password": "User and password that the demo credentials send as Basic.",
} as const;
