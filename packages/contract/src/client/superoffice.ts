import {
  appToken,
  basicAuth,
  bearer,
  createSuperOfficeClient,
  type GetPersonImageOptions,
  type SavePersonImageOptions,
  type SuperOfficeClient,
  sessionCookie,
  soTicket,
  xsrfToken,
} from "@image-apis/client/superoffice";
import type { operations, securitySchemes } from "@image-apis/types/superoffice";
import { type Credentials, calls, type Methods } from "./caller.ts";
import { userAndPassword } from "./secrets.ts";
import type { Sent } from "./sent.ts";

const credentials: Credentials<typeof securitySchemes, "superoffice"> = {
  Basic: (secret) => basicAuth(userAndPassword(secret)),
  SOTicket: soTicket,
  Bearer: bearer,
  XsrfToken: xsrfToken,
  SessionCookie: sessionCookie,
  AppToken: appToken,
};

const methods: Methods<SuperOfficeClient, operations> = {
  savePersonImage: (client, { path, header, files: [image], mediaType, accept }) =>
    client.savePersonImage({
      ...path,
      image: image ?? new Blob([]),
      // The cast: that the media type is documented is for the schema face to say.
      mediaType: mediaType as SavePersonImageOptions["mediaType"],
      ...language(header),
      ...accepting<SavePersonImageOptions["accept"]>(accept),
    }),

  getPersonImage: (client, { path, query, header, accept }) =>
    client.getPersonImage({
      ...path,
      width: query.w,
      height: query.h,
      type: query.type,
      ifBlank: query.ifBlank,
      ...language(header),
      ...accepting<GetPersonImageOptions["accept"]>(accept),
    }),

  deletePersonImage: (client, { path, accept }) =>
    client.deletePersonImage({ ...path, ...headers(accept) }),

  getPersonImageInfo: (client, { path, header, accept }) =>
    client.getPersonImageInfo({ ...path, ...language(header), ...headers(accept) }),
};

type Header = Sent<operations["savePersonImage"]>["header"];

function language(header: Header) {
  return {
    acceptLanguage: header["Accept-Language"],
    soLanguage: header["SO-Language"],
    soCulture: header["SO-Culture"],
    soTimeZone: header["SO-TimeZone"],
  };
}

/** The option takes the documented media types as they are; anything else is a header. */
function accepting<Accept>(accept: string | undefined): { accept?: Accept } | HeaderOption {
  if (accept === undefined || accept.includes(";")) return headers(accept);
  return { accept: accept as Accept };
}

interface HeaderOption {
  headers?: { Accept: string };
}

function headers(accept: string | undefined): HeaderOption {
  return accept === undefined ? {} : { headers: { Accept: accept } };
}

export const superOfficeCalls = calls({ create: createSuperOfficeClient, credentials, methods });
