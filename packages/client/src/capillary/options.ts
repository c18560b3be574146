import type { UploadableList } from "@image-apis/types";
import type { components, Uploadable } from "@image-apis/types/capillary";
import type { CallOptions, UploadOptions } from "../call/caller.ts";

type Parameters = components["parameters"];

/** On whose behalf a call is made. Sent as the vendor's `X-CAP-API-ATTRIBUTION-…` headers. */
export interface EntityAttribution {
  /** What kind of entity `entityCode` names; `TILL` when left out. Read with the OAuth token only. */
  entityType?: Parameters["AttributionEntityType"] | undefined;
  /** The code of the till or store; the client's own till when left out. Read with the OAuth token only. */
  entityCode?: Parameters["AttributionEntityCode"] | undefined;
}

/** On whose behalf a customer call is made; it can also name another till. */
export interface Attribution extends EntityAttribution {
  /** How to find the other till. Goes together with `lookup`: one without the other is error 1061. */
  lookupType?: Parameters["AttributionLookupType"] | undefined;
  /** The value that finds the other till. */
  lookup?: Parameters["AttributionLookup"] | undefined;
}

interface CustomerCallOptions extends CallOptions {
  attribution?: Attribution | undefined;
}

interface Upload extends UploadOptions {
  /** The images: 1 to 5, each from 10 KB to 49 MB. A `File` keeps its name and media type. */
  files: UploadableList;
}

export interface AddCustomerImageOptions extends CustomerCallOptions, Upload {
  /** The customer's id, an int64. Beyond 2^53 pass a bigint. */
  customerId: number | bigint;
}

export interface AddCustomerImageByIdentifierOptions extends CustomerCallOptions, Upload {
  /** The channel the customer is registered in. */
  source: Parameters["Source"];
  /** The account within the source, where a source has several. */
  accountId?: Parameters["AccountId"] | undefined;
  /** Which identifier `identifierValue` holds. */
  identifierName: Parameters["IdentifierName"];
  /** The customer's identifier. */
  identifierValue: Parameters["IdentifierValue"];
}

export interface DeleteCustomerImageOptions extends CustomerCallOptions {
  /** The customer's id, an int64. Beyond 2^53 pass a bigint. */
  customerId: number | bigint;
  /** The 0-based indexes of the images to delete, one at least. */
  imageIds: readonly number[];
}

export interface GetCustomerOptions extends CustomerCallOptions {
  /** The customer's id, an int64. Beyond 2^53 pass a bigint. */
  customerId: number | bigint;
  /** The channel the customer is registered in. */
  source: Parameters["Source"];
  /** The account within the source, where a source has several. */
  accountId?: Parameters["AccountId"] | undefined;
  /** `"CUSTOMERIMAGE"` for the images; without it there are none in the answer. */
  embed?: Parameters["Embed"] | undefined;
}

export interface UploadRewardsFileOptions extends UploadOptions {
  /** The name to store the file under, with its extension. */
  fileName: Parameters["FileName"];
  /** The file; left out, an empty placeholder of that name is made. */
  file?: Uploadable | undefined;
  /**
   * The media type of the body: by default the file's own, else what its first bytes say, else
   * `application/octet-stream`. Where the bytes are another image than declared, they win.
   */
  mediaType?: `image/${string}` | "application/octet-stream" | undefined;
  attribution?: EntityAttribution | undefined;
}

export interface GenerateTokenOptions extends CallOptions {
  /** The client's key. */
  key: string;
  /** The client's secret. */
  secret: string;
}
