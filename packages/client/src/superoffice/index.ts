export type {
  components as SuperOfficeComponents,
  Uploadable,
} from "@image-apis/types/superoffice";
export type { Auth, Secret } from "../auth/auth.ts";
export { basicAuth, type TillCredentials, type UserCredentials } from "../auth/basic-auth.ts";
export type { CallOptions } from "../call/caller.ts";
export { ApiError } from "../errors/api-error.ts";
export { LimitError } from "../errors/limit-error.ts";
export { appToken, bearer, type SuperOfficeAuth, soTicket, xsrfToken } from "./auth.ts";
export {
  createSuperOfficeClient,
  type SuperOfficeAddress,
  type SuperOfficeClient,
  type SuperOfficeClientOptions,
} from "./client.ts";
export type * from "./options.ts";
