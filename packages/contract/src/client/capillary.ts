import {
  basicAuth,
  type CapillaryClient,
  createCapillaryClient,
  oauthToken,
  type UploadRewardsFileOptions,
} from "@image-apis/client/capillary";
import type { operations, securitySchemes } from "@image-apis/types/capillary";
import { type Credentials, calls, type Methods } from "./caller.ts";
import { userAndPassword } from "./secrets.ts";
import type { Sent } from "./sent.ts";

const credentials: Credentials<typeof securitySchemes, "capillary"> = {
  Basic: (secret) => {
    const { username, password: passwordMd5 } = userAndPassword(secret);
    return basicAuth({ username, passwordMd5 });
  },
  OAuth: oauthToken,
};

const methods: Methods<CapillaryClient, operations> = {
  addCustomerImage: (client, { path, header, files, accept }) =>
    client.addCustomerImage({ ...path, files, ...attribution(header), ...headers(accept) }),

  addCustomerImageByIdentifier: (client, { query, header, files, accept }) =>
    client.addCustomerImageByIdentifier({
      ...query,
      files,
      ...attribution(header),
      ...headers(accept),
    }),

  deleteCustomerImage: (client, { path, query, header, accept }) =>
    client.deleteCustomerImage({
      ...path,
      imageIds: query.image_ids ?? [],
      ...attribution(header),
      ...headers(accept),
    }),

  getCustomer: (client, { path, query, header, accept }) =>
    client.getCustomer({ ...path, ...query, ...attribution(header), ...headers(accept) }),

  uploadRewardsFile: (client, { path, header, files: [file], mediaType, accept }) =>
    client.uploadRewardsFile({
      ...path,
      file,
      // The cast: that the media type is documented is for the schema face to say.
      mediaType: mediaType as UploadRewardsFileOptions["mediaType"],
      ...attribution(header),
      ...headers(accept),
    }),

  generateToken: (client, { json, accept }) =>
    // The cast: that the documented body has these two is for the types face to say.
    client.generateToken({ ...(json as { key: string; secret: string }), ...headers(accept) }),
};

type Header = Sent<operations["addCustomerImage"]>["header"];

function attribution(header: Header) {
  return {
    attribution: {
      entityType: header["X-CAP-API-ATTRIBUTION-ENTITY-TYPE"],
      entityCode: header["X-CAP-API-ATTRIBUTION-ENTITY-CODE"],
      lookupType: header["X-CAP-API-ATTRIBUTION-LOOKUP-TYPE"],
      lookup: header["X-CAP-API-ATTRIBUTION-LOOKUP"],
    },
  };
}

function headers(accept: string | undefined) {
  return accept === undefined ? {} : { headers: { Accept: accept } };
}

export const capillaryCalls = calls({ create: createCapillaryClient, credentials, methods });
