export { type Received, type Sent, send } from "@image-apis/testing/send";

/** What a program sends with a request to `/__mock` that changes something. */
export const control = { "X-Mock-Control": "1" };
