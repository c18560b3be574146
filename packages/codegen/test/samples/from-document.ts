import type { Exchange, OpenApiDocument } from "@image-apis/spec";
import { parse } from "yaml";
import { buildModel, type SampleRequest, sampleRequest, shownFirst } from "../../src/index.ts";

interface Small {
  /** The operation, `POST /pictures/{id}` unless it says otherwise. */
  operation: string;
  /** Its exchanges: `request` and `response`, by name. */
  exchanges: string;
  components?: string;
  failures?: string;
}

/** A model of one operation with its exchanges. */
function modelOf({ operation, exchanges, components = "{}", failures = "[]" }: Small) {
  const { method = "post", ...written } = parse(operation);
  const document: Partial<OpenApiDocument> = {
    openapi: "3.1.1",
    info: { title: "Pictures", version: "1.0.0" },
    servers: [{ url: "https://pictures.example" }],
    tags: [],
    components: parse(components),
    paths: {
      "/pictures": {
        [method]: { operationId: "addPicture", summary: "", description: "", tags: [], ...written },
      },
    },
    "x-failure": { errors: parse(failures) },
  };
  const model = buildModel({
    api: "pictures",
    // The cast: written down to what a test is about.
    document: document as OpenApiDocument,
    exchanges: Object.entries<object>(parse(exchanges)).map(([name, exchange]) =>
      exchangeOf(name, exchange),
    ),
  });
  const [only] = model.operations;
  if (only === undefined) throw new Error("There is no operation.");
  return { model, operation: only };
}

function exchangeOf(name: string, { request, ...rest }: { request?: object }): Exchange {
  return {
    id: `pictures/addPicture/${name}`,
    api: "pictures",
    operationId: "addPicture",
    name,
    file: "",
    summary: "",
    source: "S0",
    status: "documented",
    given: [],
    response: { status: 200 },
    ...rest,
    request: { path: {}, query: {}, headers: {}, security: [], ...request },
  };
}

/** What the samples of the first exchange send. */
export function sampleOf(small: Small): SampleRequest {
  const { model, operation } = modelOf(small);
  const [exchange] = operation.exchanges;
  if (exchange === undefined) throw new Error("There is no exchange.");
  return sampleRequest(model, operation, exchange);
}

/** The name of the exchange that is shown first. */
export function firstOf(small: Small): string | undefined {
  return shownFirst(modelOf(small).operation)?.name;
}
