import type { OpenApiDocument } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import {
  capillary,
  codedExample,
  type Loose,
  person,
  said,
  schemas,
  superoffice,
  upload,
  uploadForm,
} from "../support/changes.ts";

describe("what oasdiff passes over", () => {
  const cases: [string, OpenApiDocument, (document: Loose) => void, RegExp][] = [
    [
      "fewer items",
      capillary,
      (it) => {
        uploadForm(it).file.maxItems = 2;
      },
      /^breaking addCustomerImage.*: file maxItems was 5, is 2$/,
    ],
    [
      "more items",
      capillary,
      (it) => {
        uploadForm(it).file.maxItems = 9;
      },
      /^additive addCustomerImage.*: file maxItems was 5, is 9$/,
    ],
    [
      "more items at least",
      capillary,
      (it) => {
        uploadForm(it).file.minItems = 2;
      },
      /^breaking .*: file minItems was 1, is 2$/,
    ],
    [
      "no least number of items",
      capillary,
      (it) => {
        delete uploadForm(it).file.minItems;
      },
      /^additive .*: file minItems was 1, is not said$/,
    ],
    [
      "a smaller file",
      capillary,
      (it) => {
        uploadForm(it).file["x-limits"].maxBytes = 1;
      },
      /^breaking .*: file maxBytes was \d+, is 1$/,
    ],
    [
      "a kind of file",
      superoffice,
      (it) => {
        it.paths[person].put.requestBody.content["image/png"].schema = {
          type: "string",
          format: "binary",
          "x-limits": { mediaTypes: ["image/webp"] },
        };
      },
      /^breaking savePersonImage: /,
    ],
    [
      "a style",
      capillary,
      (it) => {
        it.paths[upload].post.requestBody.content["multipart/form-data"].encoding.file.explode =
          false;
      },
      /^breaking addCustomerImage: file travels another way: explode was not said, is false$/,
    ],
    [
      "the media type of a part",
      capillary,
      (it) => {
        it.paths[upload].post.requestBody.content["multipart/form-data"].encoding.file.contentType =
          "image/png";
      },
      /^breaking addCustomerImage: file travels another way: contentType was "image\/\*", is "image\/png"$/,
    ],
    [
      "a link to the vendor's page",
      capillary,
      (it) => {
        it.paths[upload].post.externalDocs.url = "https://elsewhere.example";
      },
      /^documentation addCustomerImage: the link to the vendor's page says something else$/,
    ],
    [
      "the words of an example",
      superoffice,
      (it) => {
        delete it.paths[person].put.responses["400"].content["application/json"].examples[
          "400-missing-image"
        ].description;
      },
      /^documentation savePersonImage: the example 400-missing-image says something else$/,
    ],
    [
      "another server",
      capillary,
      (it) => {
        it.servers[0].url = "https://elsewhere.example";
      },
      /^breaking .*: no longer a server: https:\/\/\{host\} \(host is \S+\); new: https:\/\/elsewhere\.example$/,
    ],
    [
      "a host that is another one",
      capillary,
      (it) => {
        it.servers[0].variables.host.default = "elsewhere.example";
      },
      /^breaking .*: no longer a server: .* \(host is \S+\); new: https:\/\/\{host\} \(host is elsewhere\.example\)$/,
    ],
    [
      "a host that is one of a few",
      capillary,
      (it) => {
        const { host } = it.servers[0].variables;
        host.enum = [host.default, "elsewhere.example"];
      },
      /^breaking .*: no longer a server: .*; new: .* of \S+, elsewhere\.example\)$/,
    ],
    [
      "the words of a server",
      capillary,
      (it) => {
        it.servers[0].description = "Other words.";
        it.servers[0].variables.host.description = "Other words.";
      },
      /^documentation .*: the order or the words of each server changed$/,
    ],
    [
      "a further server",
      capillary,
      (it) => {
        it.servers.push({ url: "https://elsewhere.example" });
      },
      /^additive .*: a further server: https:\/\/elsewhere\.example$/,
    ],
    [
      "a refusal that is no longer documented",
      superoffice,
      (it) => {
        delete it.paths[person].put.responses["400"];
      },
      /^breaking savePersonImage: the response 400 is no longer documented$/,
    ],
    [
      "a way to sign in that goes",
      superoffice,
      (it) => {
        it.paths[person].put.security.shift();
      },
      /^breaking savePersonImage: no longer a way to sign in: Basic$/,
    ],
    [
      "a way to sign in that comes",
      superoffice,
      (it) => {
        it.paths[person].put.security.push({});
      },
      /^additive savePersonImage: a further way to sign in: nothing$/,
    ],
    [
      "a header that carries the credentials",
      superoffice,
      (it) => {
        it.components.securitySchemes.AppToken.name = "X-App";
      },
      /^breaking .*: the security scheme AppToken is another one: name was "SO-AppToken", is "X-App"$/,
    ],
    [
      "a description",
      superoffice,
      (it) => {
        it.paths[person].put.description = "Other words.";
      },
      /^documentation savePersonImage: description says something else$/,
    ],
    [
      "an example",
      superoffice,
      (it) => {
        Object.values<Loose>(
          it.paths[person].put.responses["200"].content["application/json"].examples,
        )[0].value = 1;
      },
      /^documentation savePersonImage: the example \S+ says something else$/,
    ],
    [
      "the title",
      superoffice,
      (it) => {
        it.info.title = "Other";
      },
      /^documentation the document: title says something else$/,
    ],
  ];

  it.each(cases)("%s", async (_what, document, change, expected) => {
    expect(await said(document, change)).toContainEqual(expect.stringMatching(expected));
  });

  it("the code and the condition of an error", async () => {
    const { operationId, key, example } = codedExample(capillary);
    const code = example["x-error-code"];
    const another = (it: Loose) => {
      codedExample(it).example["x-error-code"] = 1;
    };
    expect(await said(capillary, another)).toContainEqual(
      `breaking ${operationId}: the error code of ${key} was ${code}, is 1`,
    );
    const none = (it: Loose) => {
      const found = codedExample(it);
      delete found.examples[found.key];
    };
    expect(await said(capillary, none)).toContainEqual(
      `breaking ${operationId}: the error code ${code} is no longer documented`,
    );
  });

  it("a limit of a response, the other way round: more than before may break a client", async () => {
    const change = (items: number) => (document: Loose) => {
      schemas(document).ApiError.properties.Extra = { type: "array", items: {}, maxItems: items };
    };
    const before = structuredClone(superoffice);
    change(5)(before);
    const [wider] = await said(before, change(9));
    expect(wider).toMatch(/^breaking .*: Extra maxItems was 5, is 9$/);
    const [tighter] = await said(before, change(2));
    expect(tighter).toMatch(/^additive .*: Extra maxItems was 5, is 2$/);
  });
});
