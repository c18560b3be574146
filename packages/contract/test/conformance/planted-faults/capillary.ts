import { replaced } from "../../in-front-of.ts";
import { accepted, answer, body, type Fault, json, text } from "./fault.ts";

const two = "addCustomerImage/two-files";

export const capillary: Fault[] = [
  ["another status", two, answer({ status: 201 }), /two-files: status: expected 200; received 201/],
  [
    "a success that carries a refusal",
    "addCustomerImage/six-files",
    answer({ status: 200 }),
    /six-files: status: expected 400; received 200/,
  ],
  [
    "a required property left out",
    two,
    body(/"acl":"[^"]*",?/, ""),
    /file: expected the property "acl"/,
  ],
  [
    "an envelope without its errors",
    two,
    json(({ errors: _, ...value }) => value),
    /body: expected the property "errors"/,
  ],
  [
    "an undeclared property",
    two,
    body('"data":', '"took":3,"data":'),
    /only declared properties; received the property "took"/,
  ],
  [
    "a number for a text",
    two,
    body(/"fileSize":"(\d+)"/, '"fileSize":$1'),
    /fileSize: expected string/,
  ],
  [
    "a boolean for a text",
    two,
    body('"status":"true"', '"status":true'),
    /data\/0\/status: expected/,
  ],
  [
    "a value outside its enum",
    two,
    body('"status":"true"', '"status":"yes"'),
    /status: expected one of \["true","false"\]/,
  ],
  [
    "the size of another file",
    two,
    body('"49456"', '"49000"'),
    /fileSize: expected the size of the file in bytes; received "49000"/,
  ],
  [
    "a handle that is not a UUID",
    two,
    body(/"fileHandle":"[^"]*"/, '"fileHandle":"one"'),
    /fileHandle: expected match format "uuid"/,
  ],
  [
    "one index for two images",
    two,
    body('05/1"', '05/0"'),
    /data\/1\/file\/name: expected a name that ends/,
  ],
  [
    "a time in another form",
    two,
    body(/"lastModified":"(\S+) /, '"lastModified":"$1T'),
    /lastModified: expected match pattern/,
  ],
  [
    "a time in the future",
    two,
    body(/"lastModified":"20/, '"lastModified":"21'),
    /lastModified: expected a time that is not in the future/,
  ],
  [
    "another media type",
    two,
    answer({ type: "text/html" }),
    /media type: expected "application\/json"; received "text\/html"/,
  ],
  [
    "no media type",
    two,
    answer({ type: "" }),
    /media type: expected "application\/json"; received ""/,
  ],
  [
    "a page in place of JSON",
    two,
    answer({ body: text("<h1>Oops</h1>") }),
    /body: expected JSON; received "<h1>/,
  ],
  [
    "another error code",
    "addCustomerImage/file-under-minimum",
    body("8083", "8082"),
    /errors\/0\/code: expected 8083; received 8082/,
  ],
  [
    "an error code as a text",
    "addCustomerImage/unknown-customer",
    body("8015", '"8015"'),
    /code: expected integer/,
  ],
  [
    "no smallest size",
    "addCustomerImage/file-under-minimum",
    accepted(400),
    /file-under-minimum: status: expected 400; received 200/,
  ],
  [
    "no largest size",
    "addCustomerImage/file-over-maximum",
    accepted(413),
    /file-over-maximum: status: expected a refusal with 400 to 499; received 200/,
  ],
  [
    "another status for an unknown customer",
    "getCustomer/unknown-customer",
    answer({ status: 404 }),
    /unknown-customer: status: expected 400; received 404/,
  ],
  [
    "access without credentials",
    "getCustomer/no-credentials",
    { request: ({ headers }) => ({ headers: { ...headers, authorization: "Basic YTpi" } }) },
    /no-credentials: status: expected a refusal with 400 to 499; received 200/,
  ],
  [
    "a refusal without a challenge",
    "getCustomer/no-credentials",
    answer({ headers: {} }),
    /header www-authenticate: expected to come with 401/,
  ],
  [
    "a challenge of another scheme",
    "getCustomer/no-credentials",
    answer({ headers: { "www-authenticate": 'Digest realm="a", nonce="b"' } }),
    /header www-authenticate: expected basic; received a text of/,
  ],
  [
    "JSON behind a byte order mark",
    two,
    { answer: ({ body: bytes }) => ({ body: new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]) }) },
    /two-files: body: expected JSON; received/,
  ],
  [
    "JSON in UTF-16",
    two,
    {
      answer: ({ body: it }) => ({
        body: new Uint8Array(Buffer.from(`${Buffer.from(it)}`, "utf16le")),
      }),
    },
    /two-files: body: expected JSON; received/,
  ],
  [
    "a name twice in an object",
    two,
    body('"data":', '"data":[],"data":'),
    /two-files: body: expected JSON/,
  ],
  [
    "an undocumented method",
    "addCustomerImage/undocumented-method",
    accepted(405),
    /undocumented-method: status: .*received 200/,
  ],
  [
    "no word about the methods there are",
    "addCustomerImage/undocumented-method",
    answer({ headers: {} }),
    /header allow: expected to come with 405/,
  ],
  [
    "a word about other methods",
    "addCustomerImage/undocumented-method",
    answer({ headers: { allow: "PATCH" } }),
    /header allow: expected POST; received a text of 5 characters/,
  ],
  [
    "another code for a request without a body",
    "addCustomerImage/no-body",
    body("8084", "8083"),
    /no-body: body \/errors\/0\/code: expected 8084; received 8083/,
  ],
  [
    "two properties left out",
    two,
    body(/"acl":"[^"]*",|"namespace":"[^"]*",/g, ""),
    /file: expected the property "namespace"; received none/,
  ],
  [
    "an undocumented media type",
    "addCustomerImage/wrong-media-type",
    accepted(415),
    /wrong-media-type: status/,
  ],
  [
    "a crash on an id that is a word",
    "getCustomer/id-is-a-word",
    answer({ status: 500 }),
    /id-is-a-word: status: .*received 500/,
  ],
  [
    "an id that was rounded",
    "getCustomer/with-images",
    body(/"id":565039505/, '"id":565039500'),
    /body \/id: expected the id that was asked for; received 565039500/,
  ],
  [
    "indexes from one",
    "getCustomer/list-after-a-delete",
    { answer: (right, { method }) => (method === "GET" ? replaced('05/0"', '05/1"')(right) : {}) },
    /customerImage\/0\/file\/name: expected a name that ends in the image's index/,
  ],
  [
    "a delete that deletes nothing",
    "getCustomer/list-after-a-delete",
    {
      request: ({ method, target }) =>
        method === "DELETE" ? { target: target.replace("565039505", "564703420") } : {},
    },
    /customerImage: expected as many items as documented: 1; received/,
  ],
  [
    "a file that is lost",
    "getCustomer/list-after-a-delete",
    {
      answer: (right, { method }) =>
        method === "GET"
          ? replaced(/"customerImage":\[.*\](?=[,}])/, '"customerImage":[]')(right)
          : {},
    },
    /list-after-a-delete: body \/customerImage: expected .*; received \[\]/,
  ],
  [
    "a step that fails",
    "getCustomer/list-after-a-delete",
    { answer: (_, { method }) => (method === "DELETE" ? { status: 503 } : {}) },
    /status of the given capillary\/deleteCustomerImage\/second-of-two: expected 200; received 503/,
  ],
  [
    "a version that does not rise",
    "uploadRewardsFile/same-name-again",
    body(/"(latest_)?version":\d+/g, '"$1version":1'),
    /version: expected a version, higher than/,
  ],
  [
    "another file's name",
    "uploadRewardsFile/raw-png",
    body("test.png", "other.png"),
    /file\/name: expected/,
  ],
  [
    "a token that lives no time",
    "generateToken/key-and-secret",
    body("300", "0"),
    /ttlSeconds: expected a positive number of seconds/,
  ],
];
