export type {
  components as CapillaryComponents,
  ErrorCode as CapillaryErrorCode,
} from "@image-apis/types/capillary";
export * from "../shared.ts";
export { type CapillaryAuth, type OAuthClient, oauth, oauthToken } from "./auth.ts";
export {
  type CapillaryAddress,
  type CapillaryClient,
  type CapillaryClientOptions,
  createCapillaryClient,
} from "./client.ts";
export type * from "./options.ts";
