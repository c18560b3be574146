export type { components as SuperOfficeComponents } from "@image-apis/types/superoffice";
export * from "../shared.ts";
export {
  appToken,
  bearer,
  type SuperOfficeAuth,
  sessionCookie,
  soTicket,
  xsrfToken,
} from "./auth.ts";
export {
  createSuperOfficeClient,
  type SuperOfficeAddress,
  type SuperOfficeClient,
  type SuperOfficeClientOptions,
} from "./client.ts";
export type * from "./options.ts";
