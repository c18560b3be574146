import type { operations } from "@image-apis/types/capillary";
import type { ApiDescription } from "../call/description.ts";

const customerId = { in: "path", name: "customerId", required: true, check: "int64" } as const;
const entityType = {
  in: "header",
  name: "X-CAP-API-ATTRIBUTION-ENTITY-TYPE",
  option: "entityType",
  group: "attribution",
} as const;
const entityCode = {
  in: "header",
  name: "X-CAP-API-ATTRIBUTION-ENTITY-CODE",
  option: "entityCode",
  group: "attribution",
} as const;
const lookupType = {
  in: "header",
  name: "X-CAP-API-ATTRIBUTION-LOOKUP-TYPE",
  option: "lookupType",
  group: "attribution",
} as const;
const lookup = {
  in: "header",
  name: "X-CAP-API-ATTRIBUTION-LOOKUP",
  option: "lookup",
  group: "attribution",
} as const;
const accountId = { in: "query", name: "accountId" } as const;

/** What the client knows of the document while it runs. */
export const description = {
  api: "capillary",
  servers: [
    { url: "https://{host}", variables: { host: ["host", "eu.api.capillarytech.com"] } },
    {
      url: "https://{host}",
      variables: { host: ["fileServiceHost", "eucrm.cc.capillarytech.com"] },
    },
  ],
  requestIdHeader: "X-Cap-Requestid",
  failure: {
    errors: [
      { at: "/errors/*", code: "code", message: "{message}" },
      { at: "", where: { status: "false" }, code: "code", message: "{message}" },
      {
        at: "/data/*",
        where: { status: "false" },
        code: "code",
        message: "{message}",
        perFile: true,
      },
    ],
    warnings: [{ at: "/warnings/*", code: "code", message: "{message}" }],
  },
  operations: {
    addCustomerImage: {
      values: [customerId, entityType, entityCode, lookupType, lookup],
      file: {
        option: "files",
        part: "file",
        mediaType: "multipart/form-data",
        list: true,
        required: true,
      },
    },
    addCustomerImageByIdentifier: {
      values: [
        { in: "query", name: "source", required: true, check: "text" },
        accountId,
        { in: "query", name: "identifierName", required: true, check: "text" },
        { in: "query", name: "identifierValue", required: true, check: "text" },
        entityType,
        entityCode,
        lookupType,
        lookup,
      ],
      file: {
        option: "files",
        part: "file",
        mediaType: "multipart/form-data",
        list: true,
        required: true,
      },
    },
    deleteCustomerImage: {
      values: [
        customerId,
        {
          in: "query",
          name: "image_ids",
          option: "imageIds",
          required: true,
          list: true,
          check: "index",
          when: "no-image-selected",
        },
        entityType,
        entityCode,
        lookupType,
        lookup,
      ],
    },
    getCustomer: {
      values: [
        customerId,
        { in: "query", name: "embed" },
        { in: "query", name: "source", required: true, check: "text", when: "missing-source" },
        accountId,
        entityType,
        entityCode,
        lookupType,
        lookup,
      ],
      repeatable: true,
    },
    uploadRewardsFile: {
      server: 1,
      values: [
        { in: "path", name: "fileName", required: true, check: "segment" },
        entityType,
        entityCode,
      ],
      file: { option: "file" },
    },
    generateToken: {
      values: [
        { in: "body", name: "key", required: true, check: "text" },
        { in: "body", name: "secret", required: true, check: "text" },
      ],
      repeatable: true,
    },
  },
} as const satisfies ApiDescription<keyof operations>;
