import { type ApiSources, buildModel } from "@image-apis/codegen";
import { clientData } from "@image-apis/codegen/generate";
import { parse } from "yaml";
import type { ClientOptions } from "../src/client/client-options.ts";
import { createApiClient } from "../src/client/create-api-client.ts";
import { captureServer } from "./capture-server.ts";

type Client = { call(options?: object): Promise<unknown> };

/** A client of one operation, `POST /pictures/{id}` or as the text says, with a server that notes what it is sent. */
export async function clientOf(yaml: string, options: Partial<ClientOptions<string>> = {}) {
  const server = await captureServer();
  const operation = {
    operationId: "call",
    tags: [],
    responses: { "204": { description: "Done." } },
    ...(parse(yaml) as object),
  };
  const document = {
    openapi: "3.1.1",
    info: { title: "Pictures", version: "1.0.0" },
    servers: [{ url: "https://pictures.example" }],
    tags: [],
    security: [{ Key: [] }],
    paths: { "/pictures": { post: operation } },
    components: { securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" } } },
  };
  // The casts: the document is as small as the test; the types of a client are generated with it.
  const model = buildModel({ api: "pictures", document } as unknown as ApiSources);
  const data = clientData(model) as unknown as {
    description: Parameters<typeof createApiClient>[0];
    document: Parameters<typeof createApiClient>[1];
  };
  const address = { baseUrl: server.url, ...options } as ClientOptions<string>;
  const client = createApiClient<object, Client>(data.description, data.document, address);
  server.answer({ status: 204, body: "" });
  return { server, client };
}
