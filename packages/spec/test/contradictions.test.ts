import { describe, expect, it } from "vitest";
import { apiNames, loadDocument, loadEvidence, loadExchanges } from "../src/apis.ts";
import type { Parameter, Schema } from "../src/document.ts";
import type { Json } from "../src/json.ts";
import { valueAt } from "../src/json.ts";
import { operations, serverUrl } from "../src/operation.ts";

const capillary = loadDocument("capillary");
const superoffice = loadDocument("superoffice");

const schema = (document: typeof capillary, name: string) =>
  document.components.schemas?.[name] as Schema;
const propertiesOf = (name: string) => Object.keys(schema(capillary, name).properties ?? {});
const parameter = (name: string) => capillary.components.parameters?.[name] as Parameter;
const operation = (id: string) => {
  const found = [capillary, superoffice]
    .flatMap((document) => operations(document))
    .find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
};
const requestTypes = (id: string) => Object.keys(operation(id).requestBody?.content ?? {});
const exampleValue = (id: string, status: string, key: string): Json =>
  operation(id).responses[status]?.content?.["application/json"]?.examples?.[key]?.value ?? null;
const exchangesOf = (id: string) =>
  apiNames()
    .flatMap(loadExchanges)
    .filter(({ operationId }) => operationId === id);
const headersOf = (id: string) =>
  operation(id)
    .parameters.filter((it) => it.in === "header")
    .map(({ name }) => name.toLowerCase());
const imageFile = "/components/schemas/CustomerImageFile/properties";

/** For each contradiction of provenance.yaml what its reading means for the documents. */
const pins: Record<number, () => void> = {
  1: () =>
    expect(propertiesOf("CustomerImageFile")).toEqual(
      expect.arrayContaining(["fileSize", "fileHandle"]),
    ),
  2: () => expect(propertiesOf("CustomerImageUpload")).toEqual(["file"]),
  3: () => {
    expect(operation("addCustomerImage").parameters.filter((it) => it.in === "query")).toEqual([]);
    expect(operation("addCustomerImageByIdentifier").path).toBe("/v2/customers/lookup/setImage");
  },
  4: () =>
    expect(schema(capillary, "CustomerImageUpload").properties?.file).toMatchObject({
      type: "array",
      minItems: 1,
      maxItems: 5,
    }),
  5: () => {
    const data = valueAt(
      capillary,
      "/components/schemas/CustomerImagesAdded/properties/data",
    ) as Schema;
    expect(data).toMatchObject({ type: "array" });
    expect(data).not.toHaveProperty("minItems");
    expect(data).not.toHaveProperty("maxItems");
  },
  6: () => {
    expect(fileLimits()).toMatchObject({ mediaTypes: ["image/*"] });
    expect(when("addCustomerImage", 8084)).toContain("not-an-image");
  },
  7: () => {
    expect(fileLimits()).toMatchObject({ minBytes: 10 * 1024, maxBytes: 49 * 1024 * 1024 });
    const conditions =
      operation("addCustomerImage").responses["400"]?.content?.["application/json"];
    const named = Object.values(conditions?.examples ?? {}).flatMap((it) => it["x-when"] ?? []);
    expect(named).toContain("image-too-small");
    expect(named.join()).not.toMatch(/large|big|maximum/);
  },
  8: () => {
    expect(fileLimits()).toMatchObject({ maxFiles: 5 });
    expect(when("addCustomerImage", 8082)).toEqual(["too-many-images"]);
  },
  9: () => {
    expect(propertiesOf("CustomerImagesAdded")).toEqual(["data", "warnings", "errors"]);
    expect(propertiesOf("CustomerImageResult")).toEqual(["code", "file", "message", "status"]);
  },
  10: () => {
    for (const name of ["version", "latestVersion"]) {
      expect(valueAt(capillary, `${imageFile}/${name}`)).not.toHaveProperty("minimum");
    }
  },
  11: () => {
    expect(schema(capillary, "SuccessFlag")).toMatchObject({
      type: "string",
      enum: ["true", "false"],
    });
    expect(valueAt(capillary, "/components/schemas/ApiIssue/properties/status/type")).toBe(
      "boolean",
    );
  },
  12: () =>
    expect(JSON.stringify([capillary, loadExchanges("capillary")])).not.toMatch(
      /postman|Screenshot|\/Users\//i,
    ),
  13: () => {
    const names = operation("addCustomerImageByIdentifier")
      .parameters.filter((it) => it.in === "query")
      .map(({ name }) => name);
    expect(names).toEqual(["source", "accountId", "identifierName", "identifierValue"]);
  },
  14: () => expect(when("addCustomerImage", 8084)).toEqual(["not-an-image", "no-image"]),
  15: () =>
    expect(parameter("ImageIds").schema).toMatchObject({
      type: "array",
      minItems: 1,
      items: { type: "integer", format: "int32", minimum: 0 },
    }),
  16: () =>
    expect(parameter("ImageIds")).toMatchObject({
      name: "image_ids",
      style: "form",
      explode: true,
    }),
  17: () => {
    for (const { servers } of operations(capillary)) {
      for (const server of servers) expect(serverUrl(server)).toMatch(/^https:/);
    }
  },
  18: () => {
    expect(operation("deleteCustomerImage").requestBody).toBeUndefined();
    expect(headersOf("deleteCustomerImage")).not.toContain("content-type");
  },
  19: () => {
    const ids = operations(capillary)
      .flatMap(({ parameters }) => parameters)
      .filter((it) => it.in === "path" && it.name !== "fileName");
    expect(new Set(ids.map(({ name }) => name))).toEqual(new Set(["customerId"]));
  },
  20: () =>
    expect(exampleValue("deleteCustomerImage", "400", "400-customer-not-found")).toMatchObject({
      errors: [{ code: 8015, message: "Customer not found for the given identifiers" }],
    }),
  21: () => {
    const queries = exchangesOf("deleteCustomerImage")
      .filter(({ response }) => response.example === "400-no-image-selected")
      .map(({ request }) => request.query);
    expect(queries).toEqual(expect.arrayContaining([{}, { image_ids: [9] }]));
  },
  22: () => expect(propertiesOf("CustomerImageDeletion")).toEqual(["code", "message", "status"]),
  23: () => {
    expect(operation("getCustomer").path).toBe("/v2/customers/{customerId}");
    expect(capillary.paths["/v2/customers/{customerId}/setImage"]).not.toHaveProperty("get");
  },
  24: () => expect(operation("uploadRewardsFile").path).toMatch(/\/rewards\/\{fileName\}$/),
  25: () => {
    const printed = (key: string) => {
      const page = loadEvidence("capillary").inventories.find((it) => it.key === key);
      const sample = page?.entries.find(({ id }) => id === "sample")?.value as {
        file: { s3_url: string };
      };
      return sample.file.s3_url;
    };
    expect(printed("S2")).toMatch(/^s3:\/\/[^/]/);
    expect(printed("S4")).toBe(printed("S2").replace("s3://", "s3:/"));
    const documented = exampleValue("uploadRewardsFile", "200", "200-uploaded");
    expect(documented).toMatchObject({ file: { s3_url: printed("S2") } });
    const { pattern } = valueAt(
      capillary,
      "/components/schemas/RewardsFile/properties/s3_url",
    ) as Schema;
    expect(printed("S2")).toMatch(new RegExp(String(pattern)));
    expect(printed("S4")).not.toMatch(new RegExp(String(pattern)));
  },
  26: () => expect(operation("uploadRewardsFile").requestBody?.required).toBe(false),
  27: () => expect(JSON.stringify(capillary)).not.toMatch(/\\\\_|ð|<br>/),
  28: () => expect(parameter("FileName")).toMatchObject({ name: "fileName", in: "path" }),
  29: () => {
    expect(requestTypes("uploadRewardsFile")).toEqual(["application/octet-stream", "image/*"]);
    expect(schema(capillary, "RewardsFileBytes")).toMatchObject({
      type: "string",
      format: "binary",
    });
  },
  30: () =>
    expect(valueAt(capillary, "/components/schemas/RewardsFileStored/properties/status")).toEqual({
      $ref: "#/components/schemas/SuccessFlag",
    }),
  31: () =>
    expect(valueAt(capillary, "/components/schemas/RewardsFileStored/properties/code/type")).toBe(
      "integer",
    ),
  32: () => {
    expect(valueAt(capillary, "/components/schemas/RewardsFile/properties/fileSize")).toMatchObject(
      { type: "string", pattern: "^[0-9]+$" },
    );
    expect(schema(capillary, "RewardsFileBytes")["x-limits"]).not.toHaveProperty("minBytes");
  },
  33: () => expect(operation("uploadRewardsFile").security).toEqual([{ Basic: [] }, { OAuth: [] }]),
  34: () => {
    expect(exampleValue("uploadRewardsFile", "400", "400-refused")).toEqual({});
    // What a gateway may say, without a number or a header that no page has.
    expect(Object.keys(operation("uploadRewardsFile").responses["429"] ?? {})).toEqual([
      "description",
    ]);
  },
  35: () => expect(operation("uploadRewardsFile").path).not.toMatch(/\/v\d/),
  36: () => expect(operation("savePersonImage").path).toContain("{personId}"),
  37: () => {
    expect(requestTypes("savePersonImage")).toContain("multipart/form-data");
    expect(Object.keys(schema(superoffice, "PersonImageUpload").properties ?? {})).toEqual([
      "file",
    ]);
  },
  38: () =>
    expect(requestTypes("savePersonImage")).toEqual([
      "image/png",
      "image/jpeg",
      "image/gif",
      "image/tiff",
      "multipart/form-data",
    ]),
  39: () => {
    const sample = exchangesOf("savePersonImage").find(({ name }) => name === "png");
    expect(sample?.request.headers).toEqual({
      Accept: "application/json; charset=utf-8",
      "Accept-Language": "en",
    });
    expect(sample?.request.body?.mediaType).toBe("image/png");
  },
  40: () => {
    const answer = operation("savePersonImage").responses["200"]?.content ?? {};
    expect(Object.keys(answer)).toEqual([
      "application/json",
      "text/json",
      "application/xml",
      "text/xml",
    ]);
    expect(schema(superoffice, "ImageBlobId").xml).toEqual({ name: "int" });
  },
  41: () => {
    const { responses } = operation("savePersonImage");
    const described = Object.entries(responses).filter(([, { content }]) => content !== undefined);
    expect(described.map(([status]) => status)).toEqual(["200", "400"]);
    expect(responses).not.toHaveProperty("404");
  },
  42: () => {
    const { description } = superoffice.components.securitySchemes?.Basic ?? {};
    expect(description).toMatch(/your own installation only, not online/);
  },
  43: () => {
    expect(propertiesOf("CustomerImageFile")).not.toContain("file_handle");
    expect(propertiesOf("RewardsFile")).not.toContain("fileHandle");
  },
  44: () => {
    expect(propertiesOf("RewardsFileStored")).not.toContain("data");
    expect(schema(superoffice, "ImageBlobId").type).toBe("integer");
  },
  45: () => {
    for (const name of ["content_type", "s3_url", "contentType", "s3Url", "secureFilePath"]) {
      expect(propertiesOf("CustomerImageFile")).not.toContain(name);
      expect(propertiesOf("CustomerImageResult")).not.toContain(name);
    }
  },
  46: () => {
    const host = (id: string) => operation(id).servers.map((server) => serverUrl(server));
    expect(host("addCustomerImage")).toEqual(["https://eu.api.capillarytech.com"]);
    expect(host("uploadRewardsFile")).toEqual(["https://eucrm.cc.capillarytech.com"]);
  },
  47: () => {
    expect(exampleValue("addCustomerImage", "200", "200-uploaded")).toMatchObject({
      data: [{ file: { name: "100737/565039505/0" } }],
    });
    expect(exampleValue("uploadRewardsFile", "200", "200-uploaded")).toMatchObject({
      file: { s3_token: expect.stringMatching(/^rewards\/100606\//) },
    });
  },
  48: () => {
    const methods = [
      "addCustomerImage",
      "deleteCustomerImage",
      "uploadRewardsFile",
      "savePersonImage",
    ].map((id) => operation(id).method);
    expect(methods).toEqual(["post", "delete", "post", "put"]);
  },
  49: () => {
    expect(requestTypes("addCustomerImage")).toEqual(["multipart/form-data"]);
    expect(requestTypes("uploadRewardsFile")).not.toContain("multipart/form-data");
  },
  50: () => {
    expect(parameter("CustomerId").schema).toMatchObject({ format: "int64" });
    expect(superoffice.components.parameters?.PersonId?.schema).toMatchObject({ format: "int32" });
    expect(schema(superoffice, "ImageBlobId").format).toBe("int32");
  },
  51: () =>
    expect(valueAt(capillary, "/components/schemas/RewardsFile/properties/version")).toEqual(
      expect.not.objectContaining({ minimum: expect.anything() }),
    ),
  52: () => {
    for (const id of ["addCustomerImage", "deleteCustomerImage"]) {
      expect(Object.keys(operation(id).responses)).toContain("200");
    }
    expect(exampleValue("addCustomerImage", "200", "200-uploaded")).toMatchObject({
      data: [{ code: 200 }],
    });
  },
  53: () => {
    for (const code of [8082, 8083]) expect(errorsOf("addCustomerImage")).toContain(code);
    expect(errorsOf("deleteCustomerImage")).toContain(8078);
    for (const name of ["CustomerImagesAdded", "CustomerImagesDeleted"]) {
      const warnings = valueAt(capillary, `/components/schemas/${name}/properties/warnings`);
      expect((warnings as Schema).description).toMatch(
        /8078, 8082 and 8083 as warnings all the same/,
      );
    }
  },
  54: () => {
    expect(schema(capillary, "ApiErrors").required).toEqual([]);
    expect(valueAt(capillary, "/components/schemas/ApiErrors/properties/errors/minItems")).toBe(1);
  },
  55: () => {
    expect(requestTypes("addCustomerImage")).not.toContain("application/json");
    expect(propertiesOf("CustomerImageUpload")).not.toContain("form-data");
  },
  56: () => {
    expect(operation("deleteCustomerImage").description).toMatch(/unique ids/);
    expect(parameter("ImageIds").description).toMatch(/^The 0-based index/);
  },
  57: () => {
    expect(parameter("AccountId")).toMatchObject({ required: false });
    expect(parameter("AccountId").description).toMatch(/older .*WECHAT, FACEBOOK, MOBILE_APP/);
  },
  58: () => {
    const { description = "" } = valueAt(
      capillary,
      "/components/schemas/CustomerImageUpload/properties/file",
    ) as Schema;
    expect(description).toMatch(/10,240 to 51,380,224 bytes.*10,000 to 49,000,000 bytes/);
  },
  59: () =>
    expect(superoffice.components.securitySchemes?.SOTicket).toMatchObject({
      scheme: "SoTicket",
      description: expect.stringMatching(/`SOTicket` and `SOTICKET`/),
    }),
  60: () => {
    const { description = "" } = valueAt(capillary, `${imageFile}/name`) as Schema;
    expect(description).toMatch(/probably .* no page says so: .* count the position in the list/);
    expect(operation("deleteCustomerImage").description).toMatch(/take the position in\s+the list/);
    expect(operation("getCustomer").description).toMatch(/where the two differ, delete nothing/);
  },
};

describe("contradiction", () => {
  const listed = apiNames().flatMap((api) => loadEvidence(api).provenance.contradictions);

  it.each(listed.map(({ number, about, taken }) => [number, `${about}: ${taken}`] as const))(
    "%i, %s",
    (number) => {
      const pin = pins[number];
      if (pin === undefined) throw new Error(`No test pins contradiction ${number}.`);
      pin();
    },
  );

  it("numbers run from 1 to 60 without a gap, and each is pinned here", () => {
    const numbers = listed.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(Object.keys(pins).map(Number)).toEqual(numbers);
  });
});

function errorsOf(id: string): number[] {
  const examples = operation(id).responses["400"]?.content?.["application/json"]?.examples ?? {};
  const bodies = Object.values(examples).map(
    ({ value }) => value as { errors: { code: number }[] },
  );
  return bodies.flatMap(({ errors }) => errors.map(({ code }) => code));
}

function fileLimits() {
  return valueAt(capillary, "/components/schemas/CustomerImageUpload/properties/file/x-limits");
}

function when(id: string, code: number): string[] {
  const examples = operation(id).responses["400"]?.content?.["application/json"]?.examples ?? {};
  const found = Object.values(examples).find((it) => it["x-error-code"] === code);
  return [found?.["x-when"] ?? []].flat();
}
