import type { LanguageOptions } from "./options.ts";

/** The headers of the language options. */
export function languageHeaders(options: LanguageOptions) {
  return {
    "Accept-Language": options.acceptLanguage,
    "SO-Language": options.soLanguage,
    "SO-Culture": options.soCulture,
    "SO-TimeZone": options.soTimeZone,
  };
}
