import type { operations } from "@image-apis/types/superoffice";
import type { ApiDescription } from "../call/description.ts";

const personId = { in: "path", name: "personId", required: true, check: "int32" } as const;
const acceptLanguage = { in: "header", name: "Accept-Language", option: "acceptLanguage" } as const;
const soLanguage = { in: "header", name: "SO-Language", option: "soLanguage" } as const;
const soCulture = { in: "header", name: "SO-Culture", option: "soCulture" } as const;
const soTimeZone = { in: "header", name: "SO-TimeZone", option: "soTimeZone" } as const;

/** What the client knows of the document while it runs. */
export const description = {
  api: "superoffice",
  servers: [
    {
      url: "https://{env}.superoffice.com/{tenant}",
      variables: { env: ["env", "online"], tenant: ["tenant", "Cust12345", true] },
    },
  ],
  failure: {
    errors: [{ at: "", where: { Error: "true" }, message: "{ErrorType}: {ErrorMessage}" }],
  },
  operations: {
    getPersonImage: {
      values: [
        personId,
        { in: "query", name: "w", option: "width", check: "int32" },
        { in: "query", name: "h", option: "height", check: "int32" },
        { in: "query", name: "type" },
        { in: "query", name: "ifBlank" },
        acceptLanguage,
        soLanguage,
        soCulture,
        soTimeZone,
      ],
      repeatable: true,
    },
    savePersonImage: {
      values: [personId, acceptLanguage, soLanguage, soCulture, soTimeZone],
      file: { option: "image", part: "file", required: true, when: "missing-image" },
      repeatable: true,
      answer: "integer",
    },
    deletePersonImage: {
      values: [personId],
      repeatable: true,
      doneStatus: 404,
    },
    getPersonImageInfo: {
      values: [personId, acceptLanguage, soLanguage, soCulture, soTimeZone],
      repeatable: true,
    },
  },
} as const satisfies ApiDescription<keyof operations>;
