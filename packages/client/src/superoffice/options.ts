import type { components, operations, Uploadable } from "@image-apis/types/superoffice";
import type { CallOptions, UploadOptions } from "../call/caller.ts";

type Parameters = components["parameters"];

/** How texts, numbers and dates in the answer are written. Sent as headers. */
export interface LanguageOptions {
  /** The language of texts, a two-letter code. */
  acceptLanguage?: Parameters["AcceptLanguage"] | undefined;
  /** The same; wins over `acceptLanguage`. */
  soLanguage?: Parameters["Language"] | undefined;
  /** How numbers and dates are written; ignored without a language. */
  soCulture?: Parameters["Culture"] | undefined;
  /** The code of the time zone that dates are converted to. */
  soTimeZone?: Parameters["TimeZone"] | undefined;
}

interface PersonCallOptions extends CallOptions {
  /** The person's id, an int32. */
  personId: Parameters["PersonId"];
}

export interface SavePersonImageOptions extends PersonCallOptions, UploadOptions, LanguageOptions {
  /** The image: PNG, JPEG, GIF or TIFF. */
  image: Uploadable;
  /**
   * The media type of the body: by default the image's own, else what its first bytes say. Where the bytes are
   * another image than declared, they win. With `multipart/form-data` the image travels as a form
   * of one part.
   */
  mediaType?: keyof operations["savePersonImage"]["requestBody"]["content"] | undefined;
  /** The media type of the answer, by default `application/json`. The method returns a number in any case. */
  accept?: keyof operations["savePersonImage"]["responses"][200]["content"] | undefined;
}

export interface GetPersonImageOptions extends PersonCallOptions, LanguageOptions {
  /** Scales the image to this width, in pixels. */
  width?: Parameters["Width"] | undefined;
  /** Scales the image to this height, in pixels. */
  height?: Parameters["Height"] | undefined;
  /** Converts the image to this format. */
  type?: Parameters["ImageType"] | undefined;
  /** What to return for a person without an image; without it that is a `VendorError` with status 404. */
  ifBlank?: Parameters["IfBlank"] | undefined;
  /** The media type of the answer, by default any documented one. */
  accept?: keyof operations["getPersonImage"]["responses"][200]["content"] | undefined;
}

export interface DeletePersonImageOptions extends PersonCallOptions {}

export interface GetPersonImageInfoOptions extends PersonCallOptions, LanguageOptions {}
