export type { components as CapillaryComponents, Uploadable } from "@image-apis/types/capillary";
export type { Auth, Secret } from "../auth/auth.ts";
export { basicAuth, type TillCredentials, type UserCredentials } from "../auth/basic-auth.ts";
export type { CallOptions } from "../call/caller.ts";
export { ApiError } from "../errors/api-error.ts";
export { LimitError } from "../errors/limit-error.ts";
export { type CapillaryAuth, oauthToken } from "./auth.ts";
export {
  type CapillaryAddress,
  type CapillaryClient,
  type CapillaryClientOptions,
  createCapillaryClient,
} from "./client.ts";
export type * from "./options.ts";
