import { type OpenApiDocument, resolve } from "@image-apis/spec";
import { isJsonObject, type JsonObject, mapped, objectsOf } from "./json-object.ts";
import { wholeContent } from "./whole-content.ts";

const methods = ["get", "put", "post", "delete", "head", "patch", "options"];

/**
 * A document as the mock reads it: what others leave out or put elsewhere is filled in. Every operation has an id,
 * parameters of its own and a response to a request that breaks no rule; references stand in schemas alone.
 */
export function whole(document: JsonObject): OpenApiDocument {
  const known = new Set<string>();
  const follow = (node: JsonObject): JsonObject => resolve(document as never, node as never);
  const paths = mapped(document.paths, (item, path) => {
    const { parameters: shared, ...others } = follow(item);
    const all = objectsOf(others).filter(([method]) => methods.includes(method));
    return Object.fromEntries(
      all.map(([method, operation]) => [
        method,
        wholeOperation(operation, { follow, id: freeId(operation, method, path, known), shared }),
      ]),
    );
  });
  const { webhooks: _, components, ...rest } = document;
  const filled = {
    servers: [],
    tags: [],
    ...rest,
    components: {
      ...(isJsonObject(components) ? components : {}),
      securitySchemes: wholeSchemes(components, follow),
    },
    paths,
  };
  // What follows from OpenAPI 3.1 and what was filled in together are what the type asks for.
  return filled as unknown as OpenApiDocument;
}

/** Tokens that a client gets in any way travel as bearer tokens. What the connection tells asks nothing of a request. */
function wholeSchemes(components: unknown, follow: Place["follow"]): JsonObject {
  const { securitySchemes } = isJsonObject(components) ? components : {};
  return mapped(securitySchemes, (named) => {
    const scheme = follow(named);
    if (scheme.type === "oauth2" || scheme.type === "openIdConnect") {
      return { type: "http", scheme: "bearer" };
    }
    return scheme.type === "mutualTLS" ? { type: "apiKey", in: "header", name: "host" } : scheme;
  });
}

interface Place {
  follow(node: JsonObject): JsonObject;
  id: string;
  /** The parameters of the path. */
  shared: unknown;
}

function wholeOperation(operation: JsonObject, { follow, id, shared }: Place): JsonObject {
  const { callbacks: _, requestBody, ...others } = operation;
  const body = isJsonObject(requestBody) ? follow(requestBody) : undefined;
  return {
    summary: "",
    description: "",
    tags: [],
    ...others,
    operationId: id,
    parameters: ownParameters([shared, operation.parameters], follow),
    ...(body && {
      requestBody: { ...body, content: wholeContent(body.content, follow, "request") },
    }),
    responses: wholeResponses(operation.responses, follow),
  };
}

/** The id of an operation, or one made of its method and path, that no operation before it has. */
function freeId(
  { operationId }: JsonObject,
  method: string,
  path: string,
  known: Set<string>,
): string {
  const words = [method, ...(path.match(/\w+/g) ?? [])];
  const made = words.map((it, at) => (at === 0 ? it : it[0]?.toUpperCase() + it.slice(1))).join("");
  const wanted = typeof operationId === "string" && operationId !== "" ? operationId : made;
  let id = wanted;
  for (let count = 2; known.has(id); count++) id = `${wanted}${count}`;
  known.add(id);
  return id;
}

/** Those of the operation in place of those of its path. */
function ownParameters(lists: unknown[], follow: Place["follow"]): JsonObject[] {
  const all = lists.flatMap((list) => (Array.isArray(list) ? list.filter(isJsonObject) : []));
  const byPlace = new Map(
    all.map(follow).map((it) => [`${it.in} ${it.name}`, { schema: {}, ...it }]),
  );
  return [...byPlace.values()];
}

/** There is one to a request that breaks no rule: what stands for several statuses stands for 200. */
function wholeResponses(responses: unknown, follow: Place["follow"]): JsonObject {
  const all: JsonObject = mapped(responses, (response) => {
    const { content, ...others } = follow(response);
    return content === undefined
      ? others
      : { ...others, content: wholeContent(content, follow, "response") };
  });
  const statuses = Object.keys(all);
  if (statuses.some((it) => /^2\d\d$/.test(it))) return all;
  const range = statuses.find((it) => /^2XX$/i.test(it)) ?? statuses.find((it) => it === "default");
  const { [range ?? ""]: usual = { description: "" }, ...others } = all;
  return { "200": usual, ...others };
}
