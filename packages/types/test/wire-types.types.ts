/** Compiled, never run: what the generated types accept and refuse. */
import type * as capillary from "../src/generated/capillary/index.ts";
import type * as superoffice from "../src/generated/superoffice/index.ts";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Is<Condition extends true> = Condition;

type CustomerUpload =
  capillary.operations["addCustomerImage"]["requestBody"]["content"]["multipart/form-data"];
type RewardsUpload = NonNullable<
  capillary.operations["uploadRewardsFile"]["requestBody"]
>["content"];
type PersonUpload = superoffice.operations["savePersonImage"]["requestBody"]["content"];
type PersonImage = superoffice.operations["getPersonImage"]["responses"][200]["content"];
type PersonSaved = superoffice.operations["savePersonImage"]["responses"][200]["content"];

export type Checks = [
  // A file is sent as anything uploadable and received as a Blob.
  Is<Equal<CustomerUpload, { file: capillary.Uploadable[] }>>,
  Is<Equal<RewardsUpload["application/octet-stream"], capillary.Uploadable>>,
  Is<Equal<RewardsUpload["image/*"], capillary.Uploadable>>,
  Is<Equal<PersonUpload["image/tiff"], superoffice.Uploadable>>,
  Is<Equal<PersonUpload["multipart/form-data"], { file: superoffice.Uploadable }>>,
  Is<Equal<PersonImage["image/png"], Blob>>,
  // The odd values stay as they are on the wire.
  Is<Equal<PersonSaved["text/xml"], number>>,
  Is<Equal<capillary.components["schemas"]["SuccessFlag"], "true" | "false">>,
  Is<Equal<capillary.components["schemas"]["ApiIssue"]["status"], boolean>>,
  Is<Equal<capillary.components["schemas"]["CustomerImageFile"]["fileSize"], string | undefined>>,
  Is<Equal<capillary.components["parameters"]["CustomerId"], number | bigint>>,
  Is<
    Equal<
      capillary.components["parameters"]["IdentifierName"],
      "mobile" | "email" | "externalId" | "cardExternalId" | "cardNumber"
    >
  >,
  // The codes of an operation are a union of literals.
  Is<Equal<capillary.ErrorCode<"addCustomerImage">, 8015 | 8082 | 8083 | 8084>>,
  Is<Equal<capillary.ErrorCode<"deleteCustomerImage">, 8015 | 8078>>,
  Is<Equal<capillary.ErrorCode<"generateToken">, never>>,
  // Limits are literals too.
  Is<
    Equal<
      (typeof capillary.limits)["addCustomerImage"]["multipart/form-data"]["file"]["maxFiles"],
      5
    >
  >,
  Is<
    Equal<
      (typeof superoffice.limits)["savePersonImage"]["image/png"][""]["mediaTypes"][number],
      "image/png" | "image/jpeg" | "image/gif" | "image/tiff"
    >
  >,
];

export const upload = {
  file: [new File(["…"], "front.png"), new Blob(["…"]), new Uint8Array(8), new ArrayBuffer(8)],
} satisfies CustomerUpload;

// @ts-expect-error a path is not a file
export const path: CustomerUpload = { file: ["front.png"] };

// @ts-expect-error one file is a list of one
export const lone: CustomerUpload = { file: new Blob(["…"]) };

// @ts-expect-error the part is `file`
export const prose: CustomerUpload = { FILE: [new Blob(["…"])] };

export const extra: CustomerUpload = {
  file: [new Blob(["…"])],
  // @ts-expect-error there is no other part
  caption: "front",
};

// @ts-expect-error no number is an image
export const number: PersonUpload["image/png"] = 42;

// @ts-expect-error 8085 is no code of this operation
export const stranger: capillary.ErrorCode<"addCustomerImage"> = 8085;

// @ts-expect-error there is no such operation
export type Unknown = capillary.ErrorCode<"addCustomerImages">;

export const failure: capillary.components["schemas"]["ApiErrors"] = {
  // @ts-expect-error the status of an error is a boolean, unlike that of an image
  errors: [{ code: 8083, message: "Image size is too small", status: "false" }],
};

// @ts-expect-error the documents' values cannot be changed
(({}) as typeof capillary.limits).addCustomerImage["multipart/form-data"].file.maxFiles = 6;
