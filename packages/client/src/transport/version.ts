/** What this package calls itself. */
export const version = "image-apis-client/0.1.0";
