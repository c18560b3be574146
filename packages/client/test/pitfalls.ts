/** A way in which clients of such APIs go wrong, and the tests that keep this one from it, or why it cannot. */
export interface Pitfall {
  what: string;
  /** Titles of tests, or comments of client.types.ts. */
  tests?: string[];
  never?: string;
}

export const pitfalls: Pitfall[] = [
  {
    what: "files in an object become the JSON text {} each",
    tests: ["one file is one part, with its name, media type and bytes"],
  },
  {
    what: "a list of files becomes one part with the text [object File]",
    tests: ["five files are five parts of the same name, in their order"],
  },
  {
    what: "a raw Blob or Uint8Array becomes the JSON text {}",
    tests: [
      "the body of a person's image is %s itself, with its media type",
      "%s without a type of its own is sent as mediaType says",
    ],
  },
  {
    what: "a default Content-Type of JSON stands before the type of the image",
    tests: [
      "the body of a person's image is %s itself, with its media type",
      "a person's image without a type has that of its bytes",
    ],
  },
  {
    what: "a Content-Type written by hand costs a form its boundary",
    tests: ["a Content-Type of the caller does not cost the form its boundary"],
  },
  {
    what: "a FormData of another realm is not recognized",
    never:
      "The client writes forms itself, from the bytes of each file. Methods take no FormData, and raw knows one by its kind, not by its class.",
  },
  {
    what: "a request whose body was read cannot be sent again",
    tests: [
      "after a %s every operation is repeated, an upload with its whole body",
      "six parallel uploads that are answered with 401 renew the token once, and each is sent again whole",
    ],
  },
  {
    what: "a stream as a body fails without duplex, and at a redirect",
    tests: [
      "a stream of known length arrives like a file, in a form and as it is",
      "a redirect, which is not followed",
    ],
  },
  {
    what: "an empty list of indexes vanishes from the query of a DELETE",
    tests: ["an empty list of indexes is refused with the vendor's code"],
  },
  {
    what: "null, NaN and 1e21 travel as indexes",
    tests: [
      "imageIds[0]: null is not a 32-bit whole number.",
      "customerId: NaN is not",
      "imageIds[0]: 1e+21 is not a 32-bit whole number.",
    ],
  },
  {
    what: "lists of one operation are written in different styles",
    tests: ["several indexes are one query parameter, repeated"],
  },
  {
    what: "names of query parameters are not escaped",
    tests: ["query values are escaped, and those left out are left out"],
  },
  {
    what: "a file name .., . or nothing addresses another operation",
    tests: [
      'fileName: "" cannot be a segment',
      'fileName: "." cannot be a segment',
      'fileName: ".." cannot be a segment of the path; it would address something else.',
      "fileName: undefined cannot be a segment",
      "a file name %j is one segment of the path, %j",
    ],
  },
  {
    what: "a server that is not told what to answer with picks XML",
    tests: ["JSON is asked for where an operation speaks it, images where it sends images"],
  },
  {
    what: "a page with 200 is a bare SyntaxError",
    tests: ["a page with 200", "truncated JSON"],
  },
  {
    what: "an empty 500 is neither data nor error",
    tests: ["an empty 500"],
  },
  {
    what: "a failure inside a 200 passes for a success",
    tests: [
      'status "false" of the whole answer, or of one of several images, is a failure inside a 200',
      "SuperOffice's error object with status %i is a VendorError",
    ],
  },
  {
    what: "aborts, timeouts and refused connections throw three kinds of things",
    tests: [
      "a signal aborted with %o ends a call with an AbortError that holds the reason",
      "an attempt that is not answered in time ends with a TimeoutError",
      "a refused connection is repeated for every operation, and its error says that nothing was sent",
    ],
  },
  {
    what: "middleware that answers, or throws, slips past the mapping of errors",
    tests: [
      "middleware stands around every attempt, the first outermost",
      "what middleware throws reaches the caller as it is, and never repeats %s",
    ],
  },
  {
    what: "a baseUrl with a password, or none at all, fails late",
    tests: ["baseUrl %j is refused at once"],
  },
  {
    what: "credentials or headers beyond Latin-1 throw a riddle",
    tests: [
      "Basic carries user and password in UTF-8",
      "a header that cannot carry its value is named, and the value is not",
    ],
  },
  {
    what: "a dispatcher of another undici than the built-in one is refused",
    never: "The client takes a whole fetch in place of the built-in one, and no dispatcher.",
  },
  {
    what: "misspelt options compile",
    tests: ["Misspelt options do not compile, whatever else is given."],
  },
  {
    what: "mapped types turn a Blob into something that is none",
    tests: ["Answers have the types of the wire."],
  },
  {
    what: "undefined for an optional value does not compile",
    tests: ["Undefined may stand for an option that is left out."],
  },
  {
    what: "the Content-Type is not held against the documented ones",
    tests: ["one of the four, or a form", "a type that is not documented"],
  },
  {
    what: "typings of a CommonJS build promise what it does not have",
    tests: ["plain Node imports %s as it is built"],
  },
];
