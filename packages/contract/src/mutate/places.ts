import type {
  Example,
  MediaType,
  OpenApiDocument,
  OperationObject,
  Reference,
  Response,
  Schema,
} from "@image-apis/spec";
import type { Path } from "./edit.ts";

/** Something of a document and the way to it. */
export interface Place<T> {
  at: Path;
  node: T;
}

/** The entries of a map, each with the way to it. */
export function entriesAt<T>(at: Path, map: Record<string, T> | undefined): [string, Place<T>][] {
  return Object.entries(map ?? {}).map(([key, node]) => [key, { at: [...at, key], node }]);
}

/** Every operation with its path and method. */
export function operationPlaces(
  document: OpenApiDocument,
): (Place<OperationObject> & { path: string; method: string })[] {
  return entriesAt(["document", "paths"], document.paths).flatMap(([path, item]) =>
    entriesAt<unknown>(item.at, item.node).flatMap(([method, { at, node }]) =>
      isOperation(node) ? [{ at, node, path, method }] : [],
    ),
  );
}

function isOperation(node: unknown): node is OperationObject {
  return node !== null && typeof node === "object" && "operationId" in node;
}

/** Every response where it is written: in an operation or as a component. */
export function responsePlaces(document: OpenApiDocument): Place<Response>[] {
  const inPlace = operationPlaces(document).flatMap(({ at, node }) =>
    entriesAt([...at, "responses"], node.responses).map(([, place]) => place),
  );
  const shared = entriesAt(["document", "components", "responses"], document.components.responses);
  return [...inPlace, ...shared.map(([, place]) => place)].filter(
    (place): place is Place<Response> => !("$ref" in place.node),
  );
}

/** Every body by its media type, of requests and of responses. */
export function mediaPlaces(
  document: OpenApiDocument,
): (Place<MediaType> & { mediaType: string })[] {
  const requests = operationPlaces(document).flatMap(({ at, node: { requestBody } }) =>
    requestBody === undefined ? [] : [{ at: [...at, "requestBody"] as Path, node: requestBody }],
  );
  return [...requests, ...responsePlaces(document)].flatMap(({ at, node }) =>
    entriesAt([...at, "content"], node.content).map(([mediaType, place]) => ({
      ...place,
      mediaType,
    })),
  );
}

/** Every example: of bodies, of parameters and of headers. */
export function examplePlaces(document: OpenApiDocument): (Place<Example> & { key: string })[] {
  const { parameters, headers } = document.components;
  const holders: Place<{ examples?: Record<string, Example> }>[] = [
    ...mediaPlaces(document),
    ...entriesAt(["document", "components", "parameters"], parameters).map(([, it]) => it),
    ...entriesAt(["document", "components", "headers"], headers).map(([, it]) => it),
  ];
  return holders.flatMap(({ at, node }) =>
    entriesAt([...at, "examples"], node.examples).map(([key, place]) => ({ ...place, key })),
  );
}

/** Every schema that is written out, inner ones included. `name` is what a reader calls it. */
export function schemaPlaces(document: OpenApiDocument): (Place<Schema> & { name: string })[] {
  const { schemas, parameters, headers } = document.components;
  return [
    ...entriesAt(["document", "components", "schemas"], schemas).flatMap(([name, { at, node }]) =>
      within(at, node, name),
    ),
    ...entriesAt(["document", "components", "parameters"], parameters).flatMap(([, { at, node }]) =>
      within([...at, "schema"], node.schema, node.name),
    ),
    ...entriesAt(["document", "components", "headers"], headers).flatMap(([name, { at, node }]) =>
      within([...at, "schema"], node.schema, name),
    ),
  ];
}

function within(
  at: Path,
  node: Schema | Reference,
  name: string,
): (Place<Schema> & { name: string })[] {
  if ("$ref" in node) return [];
  const { properties, items }: Schema = node;
  return [
    { at, node, name },
    ...entriesAt([...at, "properties"], properties).flatMap(([property, place]) =>
      within(place.at, place.node, `${name}.${property}`),
    ),
    ...(items === undefined ? [] : within([...at, "items"], items, `an item of ${name}`)),
  ];
}

/** Every reference to a schema. */
export function schemaReferences(
  document: OpenApiDocument,
): (Place<Reference> & { name: string })[] {
  const inner = schemaPlaces(document).flatMap(({ at, node: { properties, items }, name }) => [
    ...entriesAt([...at, "properties"], properties).map(([key, place]) => ({
      ...place,
      name: `${name}.${key}`,
    })),
    ...(items === undefined
      ? []
      : [{ at: [...at, "items"] as Path, node: items, name: `an item of ${name}` }]),
  ]);
  const outer = mediaPlaces(document).flatMap(({ at, node: { schema }, mediaType }) =>
    schema === undefined
      ? []
      : [{ at: [...at, "schema"] as Path, node: schema, name: `the body as ${mediaType}` }],
  );
  return [...inner, ...outer].filter(
    (place): place is Place<Reference> & { name: string } => "$ref" in place.node,
  );
}
