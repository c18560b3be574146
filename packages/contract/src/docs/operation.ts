import { compare, type Difference } from "@image-apis/conformance/judging";
import { bodyLimits, type OpenApiDocument, type Operation } from "@image-apis/spec";
import { having, type MarkedElement } from "./page.ts";

/** Holds what a page says about its operation against the document: address, security, parameters, body, limits. */
export function operationDifferences(
  document: OpenApiDocument,
  operation: Operation,
  elements: readonly MarkedElement[],
): Difference[] {
  const marks = (wanted: Record<string, string | true>) =>
    having(elements, wanted).map((element) => element.marks);
  const [main] = marks({ method: true, path: true });
  return [
    ...compare("method on the page", operation.method, main?.method),
    ...compare("path on the page", operation.path, main?.path),
    ...compare(
      "servers on the page",
      operation.servers.map(({ url }) => url),
      marks({ server: true }).map((it) => it.server),
    ),
    ...compare("credentials on the page", alternatives(operation), credentials(elements)),
    ...compare("parameters on the page", declaredParameters(operation), parameters(elements)),
    ...compare(
      "request body on the page",
      requestBody(operation),
      marks({ "request-body": true }).map((it) => it["request-body"])[0],
    ),
    ...compare(
      "request media types on the page",
      Object.keys(operation.requestBody?.content ?? {}).sort(),
      having(elements, { request: "body", type: true }).flatMap(mediaTypes).sort(),
    ),
    ...compare("limits on the page", declaredLimits(document, operation), limits(elements)),
  ];
}

function alternatives({ security }: Operation): string[] {
  const lists = security.map((alternative) => Object.keys(alternative).join(" "));
  return lists.length === 0 ? [""] : lists;
}

function credentials(elements: readonly MarkedElement[]): unknown[] {
  return having(elements, { security: true }).map(({ marks }) => marks.security);
}

/** Parameters by place and name, with the values of their examples. */
function declaredParameters({ parameters }: Operation): Record<string, unknown> {
  return Object.fromEntries(
    parameters.map(({ in: place, name, required = false, examples = {} }) => [
      `${place} ${name}`,
      {
        required,
        examples: Object.fromEntries(
          Object.entries(examples).map(([key, { value }]) => [key, value]),
        ),
      },
    ]),
  );
}

function parameters(elements: readonly MarkedElement[]): Record<string, unknown> {
  return Object.fromEntries(
    having(elements, { parameter: true, required: true }).map(({ marks }) => {
      const { parameter = "", in: place = "" } = marks;
      const shown = having(elements, { parameter, in: place, example: true, value: true });
      return [
        `${place} ${parameter}`,
        { required: marks.required === "true", examples: Object.fromEntries(shown.map(example)) },
      ];
    }),
  );
}

function example({ marks }: MarkedElement): [key: string, value: unknown] {
  return [marks.example ?? "", json(marks.value)];
}

function requestBody({ requestBody }: Operation): string {
  if (requestBody === undefined) return "none";
  return requestBody.required ? "required" : "optional";
}

/** Limits by media type, part and name. */
function declaredLimits(
  document: OpenApiDocument,
  { requestBody }: Operation,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(requestBody?.content ?? {}).flatMap(([mediaType, media]) =>
      Object.entries(bodyLimits(document, media)).flatMap(([part, limits]) =>
        Object.entries(limits).map(([limit, value]) => [`${mediaType} ${part} ${limit}`, value]),
      ),
    ),
  );
}

function limits(elements: readonly MarkedElement[]): Record<string, unknown> {
  return Object.fromEntries(
    having(elements, { request: "body", limit: true }).flatMap((element) => {
      const { "limit-part": part, limit, value } = element.marks;
      return mediaTypes(element).map((type) => [`${type} ${part} ${limit}`, json(value)]);
    }),
  );
}

/** What is said of several media types at once carries all their names. */
function mediaTypes({ marks }: MarkedElement): string[] {
  return marks["media-types"]?.split(" ") ?? [];
}

function json(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
