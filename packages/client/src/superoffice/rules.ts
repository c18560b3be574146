/** What the document says about limits and codes. Loaded with the first upload or refusal. */
export { errorCodes, limits } from "@image-apis/types/superoffice";
