import { loadDocument, operations, responseExamples } from "@image-apis/spec";
import { expect, test } from "vitest";
import { errorCodes } from "../src/generated/capillary/index.ts";
import { capillary, superoffice } from "../src/index.ts";

test("limits are found by operation, media type and part", () => {
  expect(capillary.limits.addCustomerImage["multipart/form-data"].file).toEqual({
    minBytes: 10 * 1024,
    maxBytes: 49 * 1024 * 1024,
    minFiles: 1,
    maxFiles: 5,
    mediaTypes: ["image/*"],
  });
  expect(superoffice.limits.savePersonImage["image/png"][""].mediaTypes).toEqual([
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/tiff",
  ]);
});

test("an error code says when it is answered and which example shows it", () => {
  expect(errorCodes.addCustomerImage[8083]).toEqual({
    when: ["image-too-small"],
    status: 400,
    example: "400-image-too-small",
    summary: "8083, an image is smaller than 10 KB",
  });
  expect(errorCodes.addCustomerImage[8084].when).toEqual(["not-an-image", "no-image"]);
});

test("every x-error-code of a document is among the error codes of its operation", () => {
  const document = loadDocument("capillary");
  const generated: Record<string, object> = errorCodes;
  for (const operation of operations(document)) {
    const written = responseExamples(operation).flatMap(
      ({ example }) => example["x-error-code"] ?? [],
    );
    expect(
      Object.keys(generated[operation.operationId] ?? {})
        .map(Number)
        .sort(),
    ).toEqual(written.sort());
  }
});

test("a route gives method, path, servers and media types", () => {
  expect(superoffice.routes.savePersonImage).toMatchObject({
    method: "PUT",
    path: "/api/v1/Person/{personId}/Image",
    responseMediaTypes: {
      200: ["application/json", "text/json", "application/xml", "text/xml"],
    },
  });
  expect(capillary.routes.uploadRewardsFile.servers[0].variables.fileServiceHost).toBe(
    "eucrm.cc.capillarytech.com",
  );
  expect(capillary.routes.generateToken.security).toEqual([]);
});
