import type { Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { entriesAt, mediaPlaces, operationPlaces, responsePlaces } from "../places.ts";

const method: Operator = {
  name: "method.change",
  does: "Changes the method of an operation.",
  find: ({ document }) =>
    operationPlaces(document).map(({ at, node: { operationId }, method: before }) => {
      const next = before === "post" ? "put" : before === "get" ? "head" : "post";
      const sentence = `${operationId} is a ${next.toUpperCase()}.`;
      return { at, sentence, edits: [{ at, rename: next }] };
    }),
};

const noOperation: Operator = {
  name: "operation.remove",
  does: "Deletes an operation.",
  find: ({ document }) =>
    operationPlaces(document).map(({ at, node: { operationId } }) => ({
      at,
      sentence: `There is no ${operationId}.`,
      edits: [{ at, remove: true }],
    })),
};

const status: Operator = {
  name: "status.change",
  does: "Gives a response another status.",
  find: ({ document }) =>
    operationPlaces(document).flatMap(({ at: holder, node: { operationId, responses } }) =>
      entriesAt([...holder, "responses"], responses).map(([before, { at }]) => {
        const next = before.startsWith("2") ? (before === "200" ? "201" : "200") : "422";
        const sentence = `${operationId} answers ${next} instead of ${before}.`;
        return { at, sentence, edits: [{ at, rename: next }] };
      }),
    ),
};

const noResponse: Operator = {
  name: "response.remove",
  does: "Deletes a response.",
  find: ({ document }) =>
    operationPlaces(document).flatMap(({ at: holder, node: { operationId, responses } }) =>
      entriesAt([...holder, "responses"], responses).map(([before, { at }]) => ({
        at,
        sentence: `${operationId} never answers ${before}.`,
        edits: [{ at, remove: true }],
      })),
    ),
};

const moreResponses: Operator = {
  name: "response.add",
  does: "Adds a response that nobody documents: one without a body.",
  find: ({ document }) =>
    operationPlaces(document).map(({ at: holder, node: { operationId } }) => {
      const at: Path = [...holder, "responses", "409"];
      const sentence = `${operationId} answers 409 as well.`;
      return { at, sentence, edits: [{ at, set: { description: "A conflict." } }] };
    }),
};

const noBody: Operator = {
  name: "response.empty",
  does: "Takes the body of a response away.",
  find: ({ document }) =>
    responsePlaces(document)
      .filter(({ node }) => node.content !== undefined)
      .map(({ at: holder }) => {
        const at: Path = [...holder, "content"];
        return { at, sentence: "A response has no body.", edits: [{ at, remove: true }] };
      }),
};

const mediaType: Operator = {
  name: "media-type.change",
  does: "Replaces a media type by another one.",
  find: ({ document }) =>
    mediaPlaces(document).map(({ at, mediaType: before }) => {
      const next = others[before] ?? "application/octet-stream";
      const sentence = `A body is ${next} instead of ${before}.`;
      return { at, sentence, edits: [{ at, rename: next }] };
    }),
};

/** For each media type, one that somebody may take for it. */
const others: Record<string, string> = {
  "application/json": "application/vnd.api+json",
  "multipart/form-data": "application/x-www-form-urlencoded",
  "application/octet-stream": "image/*",
  "image/jpeg": "image/jpg",
  "image/png": "image/x-png",
  "image/gif": "image/webp",
  "image/tiff": "image/bmp",
};

const noMediaType: Operator = {
  name: "media-type.remove",
  does: "Deletes a body of one media type.",
  find: ({ document }) =>
    mediaPlaces(document).map(({ at, mediaType: before }) => ({
      at,
      sentence: `There is no body of ${before}.`,
      edits: [{ at, remove: true }],
    })),
};

const moreMediaTypes: Operator = {
  name: "media-type.add",
  does: "Adds a media type beside another, with the same content.",
  find: ({ document }) =>
    mediaPlaces(document).map(({ at: beside, node, mediaType: before }) => {
      const next = before.startsWith("image/") ? "image/bmp" : "application/x-other+json";
      const at: Path = [...(beside.slice(0, -1) as unknown as Path), next];
      const sentence = `A body may be ${next} as well as ${before}.`;
      return { at, detail: before, sentence, edits: [{ at, set: structuredClone(node) }] };
    }),
};

const noHeader: Operator = {
  name: "header.remove",
  does: "Deletes a header of a response.",
  find: ({ document }) =>
    responsePlaces(document).flatMap(({ at: holder, node: { headers } }) =>
      entriesAt([...holder, "headers"], headers).map(([name, { at }]) => ({
        at,
        sentence: `A response comes without ${name}.`,
        edits: [{ at, remove: true }],
      })),
    ),
};

const header: Operator = {
  name: "header.rename",
  does: "Renames a header of a response.",
  find: ({ document }) =>
    responsePlaces(document).flatMap(({ at: holder, node: { headers } }) =>
      entriesAt([...holder, "headers"], headers).map(([name, { at }]) => ({
        at,
        sentence: `A response comes with ${name}s instead of ${name}.`,
        edits: [{ at, rename: `${name}s` }],
      })),
    ),
};

/** What becomes of operations, responses and media types. */
export const responseOperators: Operator[] = [
  method,
  noOperation,
  status,
  noResponse,
  moreResponses,
  noBody,
  mediaType,
  noMediaType,
  moreMediaTypes,
  noHeader,
  header,
];
