import { accepted, answer, body, type Fault, json, text } from "./fault.ts";

export const superoffice: Fault[] = [
  [
    "an id as a text",
    "savePersonImage/png",
    json((value) => String(value)),
    /body: expected integer; received "/,
  ],
  [
    "an id in an object",
    "savePersonImage/png",
    json((id) => ({ id })),
    /body: expected integer; received {"id"/,
  ],
  [
    "an id below one",
    "savePersonImage/png",
    json(() => 0),
    /body: expected an id, a positive whole number; received 0/,
  ],
  [
    "another XML element",
    "savePersonImage/answered-as-text-xml",
    body(/int>/g, "long>"),
    /expected an element int/,
  ],
  [
    "no eye for Accept",
    "savePersonImage/answered-as-text-xml",
    { request: ({ headers }) => ({ headers: { ...headers, accept: "application/json" } }) },
    /media type: expected "text\/xml"; received "application\/json"/,
  ],
  [
    "other bytes than were saved",
    "getPersonImage/after-a-save",
    body("PNG", "PNg"),
    /after-a-save: body: expected "49456 bytes with SHA-1/,
  ],
  [
    "an image that is none",
    "getPersonImage/stored",
    answer({ body: text("hello") }),
    /stored: kind of the file: expected "image\/png"; received nothing/,
  ],
  [
    "an image of another type",
    "getPersonImage/stored",
    answer({ type: "image/gif" }),
    /stored: media type: expected "image\/png"/,
  ],
  [
    "a body with no content",
    "deletePersonImage/deleted",
    answer({ status: 200, type: "application/json", body: text("{}") }),
    /deleted: status: expected 204; received 200/,
  ],
  [
    "an image of a person who has none",
    "getPersonImage/no-image",
    answer({ status: 200 }),
    /no-image: status: expected 404/,
  ],
  [
    "a date that is none",
    "getPersonImageInfo/with-image",
    body(/"CreatedDate":"[^"]*"/, '"CreatedDate":"today"'),
    /CreatedDate: expected match format "date-time"/,
  ],
  [
    "an application token that is enough",
    "savePersonImage/application-token-alone",
    accepted(401, "167"),
    /application-token-alone: status: .*received 200/,
  ],
  [
    "no response at all",
    "getPersonImage",
    {
      answer: (_, { target }) => {
        if (target.includes("w=64")) throw new Error("planted");
        return {};
      },
    },
    /scaled-png: the response: expected to come; received/,
  ],
];
