/** What requests cost that are made to cost much: one character over and over, in every place that is read. */

/** One request: a target and headers. */
export interface HostileRequest {
  name: string;
  method: string;
  target: string;
  headers: Record<string, string>;
}

/** As many bytes as the headers of a request leave room for. */
const bytes = 15 * 1024;

/** Characters that something splits at, skips, decodes or counts; pairs of them, and what looks like numbers. */
const fillings = [
  ...[
    "?",
    "%",
    "/",
    ",",
    ";",
    " ",
    '"',
    "=",
    "&",
    "'",
    "\\",
    "+",
    "-",
    ".",
    "*",
    ":",
    "<",
    "(",
    "[",
    "{",
    "|",
    "~",
  ],
  ...[
    "\u00a0",
    "\t",
    "0",
    "9",
    "a",
    "\u00e9",
    "%41",
    "%e2%82%ac",
    "; q=",
    "*/*,",
    "a=b;",
    "a=b,",
    ', a="',
    "../",
    "./",
  ],
  ...["a/", ",a", ";a", "a=", "; ", ", ", '="'],
];

const tails = ["", "!", "x"];

const headerNames = [
  "Accept",
  "Accept-Language",
  "Access-Control-Request-Headers",
  "Authorization",
  "Content-Encoding",
  "Content-Type",
  "Cookie",
  "Expect",
  "Host",
  "Origin",
  "Prefer",
  "Referer",
  "User-Agent",
  "X-Anything",
  "X-Forwarded-For",
  "X-CAP-API-OAUTH-TOKEN",
  "SO-AppToken",
];

/** What stands before the filling, so that it is read as far as it goes. */
const starts: Record<string, string[]> = {
  Authorization: ["", "Basic ", "Bearer a"],
  "Content-Type": [
    "",
    "multipart/form-data; boundary=a",
    "image/png",
    "image/",
    "application/json;",
  ],
  Accept: ["", "application/json", "image/png;"],
  Prefer: ["", "code=", "example=", 'a="', "delay="],
  Referer: ["", "http://a.example/?"],
  Cookie: ["", "a="],
};

const basic = { Authorization: "Basic dXNlcjpwYXNzd29yZA==" };
const calls = [
  { method: "GET", target: "/api/v1/Person/123/ImageInfo" },
  { method: "DELETE", target: "/v2/customers/564703420/deleteImage?image_ids=0" },
  { method: "PUT", target: "/api/v1/Person/123/Image" },
  { method: "GET", target: "/__mock/health" },
];

/** Every request there is to try. */
export function* hostileRequests(): Generator<HostileRequest> {
  for (const piece of fillings) {
    for (const tail of tails) {
      const filling = piece.repeat(bytes / piece.length) + tail;
      const name = JSON.stringify(piece + tail);
      for (const { method, target } of calls) {
        for (const header of headerNames) {
          for (const start of starts[header] ?? [""]) {
            const value = (start + filling).slice(0, bytes);
            const host: Record<string, string> = header === "Host" ? {} : { Host: "localhost" };
            yield {
              name: `${method} ${target} ${header}: ${start}${name}`,
              method,
              target,
              headers: { ...host, ...basic, "Content-Type": "image/png", [header]: value },
            };
          }
        }
      }
      const inTarget = encodeURI(filling).replaceAll(/%25/g, "%").slice(0, bytes);
      for (const [method, before, after] of [
        ["GET", "/", ""],
        ["GET", "/x?", ""],
        ["GET", "http://a", ""],
        ["GET", "/__mock/health?", ""],
        ["GET", "/api/v1/Person/", "/ImageInfo"],
        ["GET", "/api/v1/Person/123/ImageInfo?", ""],
        ["GET", "/api/v1/Person/123/Image?w=", ""],
        ["GET", "/v2/customers/565039505?source=INSTORE&embed=", ""],
        [
          "POST",
          "/v2/customers/lookup/setImage?source=INSTORE&identifierName=email&identifierValue=",
          "",
        ],
        ["DELETE", "/v2/customers/564703420/deleteImage?image_ids=", ""],
        ["POST", "/api_gateway/file-service/rewards/", ""],
        ["OPTIONS", "/", ""],
      ] as const) {
        yield {
          name: `${method} ${before}${name}${after}`,
          method,
          target: before + inTarget + after,
          headers: { Host: "localhost", ...basic },
        };
      }
    }
  }
}
