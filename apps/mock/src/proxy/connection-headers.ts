import { type HeaderPair, valuesOf } from "./header-pairs.ts";

/** What belongs to one connection and is not passed on (RFC 9110, 7.6.1). `Expect` was answered already. */
const ofTheConnection = new Set([
  "connection",
  "expect",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/** What `Connection` may name: options, and headers that are never passed on but do not frame the message either. */
const connectionOptions = new Set([
  ...[...ofTheConnection].filter((it) => !["expect", "transfer-encoding"].includes(it)),
  "close",
]);

/**
 * Standard headers that mean something from end to end. Nothing that a recipient may act on, or a check has judged, is
 * removed because `Connection` names it.
 */
const endToEnd = new Set(
  `accept accept-charset accept-datetime accept-encoding accept-language accept-patch accept-post accept-ranges age
   allow alt-svc authorization cache-control content-digest content-disposition content-encoding content-language
   content-length content-location content-md5 content-range content-security-policy content-type cookie cookie2
   date depth destination digest dnt dpop early-data etag expect expires forwarded from host idempotency-key if
   if-match if-modified-since if-none-match if-range if-unmodified-since last-modified link location lock-token
   max-forwards mime-version origin overwrite pragma prefer preference-applied priority range referer
   referrer-policy repr-digest retry-after save-data server server-timing set-cookie set-cookie2 signature
   signature-input slug soapaction strict-transport-security timeout traceparent tracestate trailer
   transfer-encoding upgrade-insecure-requests user-agent vary via want-content-digest want-repr-digest warning
   www-authenticate x-frame-options x-http-method x-http-method-override x-method-override x-real-ip
   x-requested-with`.split(/\s+/),
);

/** Beginnings of the names of more such headers. */
const families =
  /^(?:access-control|content|if|sec|x-amz|x-contract|x-forwarded|x-goog|x-ms|x-original|x-rewrite)-/;

/** What is known of a body only at its end. */
const integrity = new Set(
  "content-digest content-md5 digest etag repr-digest server-timing signature signature-input".split(
    " ",
  ),
);

/** Names that credentials go by. */
const credentials = /auth|cookie|token|ticket|secret|passw|signature|key|session|credential|csrf/;

/**
 * The names in `Connection` that would take a header away from whom it is for; names are in lower case.
 *
 * @param isDocumented whether a document describes a header of a name, as a parameter or for credentials.
 */
export function misnamed(
  pairs: readonly HeaderPair[],
  isDocumented: (name: string) => boolean,
): string[] {
  return connectionNames(pairs).filter(
    (name) =>
      !connectionOptions.has(name) &&
      (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name) ||
        endToEnd.has(name) ||
        families.test(name) ||
        credentials.test(name) ||
        isDocumented(name)),
  );
}

/** Headers without those of the connection: of what `Connection` names, those that are nobody else's. */
export function endToEndHeaders(
  pairs: readonly HeaderPair[],
  isDocumented: (name: string) => boolean,
): HeaderPair[] {
  const kept = new Set(misnamed(pairs, isDocumented));
  const named = connectionNames(pairs).filter((name) => !kept.has(name));
  const removed = new Set([...ofTheConnection, ...named]);
  return pairs.filter(([name]) => !removed.has(name.toLowerCase()));
}

/** Trailers that may be merged into the headers of a message without harm (RFC 9110, 6.5.1). */
export function endToEndTrailers(pairs: readonly HeaderPair[]): HeaderPair[] {
  return pairs.filter(([name]) => isTrailer(name));
}

/** The headers of a message whose `Trailer` announces those trailers alone that are passed on. */
export function withTrailers(
  pairs: readonly HeaderPair[],
  isPassed: (name: string) => boolean,
): HeaderPair[] {
  return pairs.flatMap(([name, value]): HeaderPair[] => {
    if (name.toLowerCase() !== "trailer") return [[name, value]];
    const names = value.split(",").map((it) => it.trim());
    const passed = names.filter((it) => isTrailer(it) && isPassed(it));
    if (passed.length === names.length) return [[name, value]];
    return passed.length === 0 ? [] : [[name, passed.join(", ")]];
  });
}

/** What is made for the end of a message, or is not a header that anybody acts on. */
function isTrailer(name: string): boolean {
  const lower = name.toLowerCase();
  if (integrity.has(lower)) return true;
  const means = ofTheConnection.has(lower) || endToEnd.has(lower) || families.test(lower);
  return !means && !credentials.test(lower);
}

function connectionNames(pairs: readonly HeaderPair[]): string[] {
  return valuesOf(pairs, "connection")
    .flatMap((value) => value.toLowerCase().split(","))
    .map((it) => it.trim())
    .filter((it) => it !== "");
}
