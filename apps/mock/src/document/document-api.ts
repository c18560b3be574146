import { basename, extname, resolve as resolvePath } from "node:path";
import type { Api } from "@image-apis/http-contract";
import { operations } from "@image-apis/spec";
import { rewritten } from "../shaped/rewritten.ts";
import { readExchangesFolder } from "./exchanges-folder.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { whole } from "./whole-document.ts";

/** A document to serve in place of those of `@image-apis/spec`. */
export interface DocumentOptions {
  /** The path of an OpenAPI 3.0 or 3.1 document in YAML or JSON, which may refer to other files. */
  document?: string;
  /** The path of a folder with exchanges, `<operationId>/<name>.yaml`, as spec/README.md describes them; none by default. */
  exchanges?: string;
}

/**
 * Reads a document and its exchanges. Its API is called like the file.
 *
 * @throws Error that names the file and what is wrong with it.
 */
export async function documentApi(file: string, exchangesFolder?: string): Promise<Api> {
  const document = whole(await bundled(file));
  const name = basename(file, extname(file)).replaceAll(/[^\w.-]/g, "-");
  const exchanges =
    exchangesFolder === undefined
      ? []
      : readExchangesFolder(exchangesFolder, name, operations(document));
  return { name, document, exchanges };
}

/** An example that lies elsewhere is one without a value. */
function withoutFarExample(node: object): object {
  if (!("value" in node) || node.value !== elsewhere) return node;
  const { value: _, ...others } = node;
  return others;
}

/** What stands for anything on another server. */
const elsewhere = "(on another server)";

/** The document as one, in OpenAPI 3.1. */
async function bundled(file: string): Promise<JsonObject> {
  // Only those who serve a document of their own need what reads it, and a start is mostly loading.
  const [{ BaseResolver, bundle, createConfig, Source }, { upgrade }] = await Promise.all([
    import("@redocly/openapi-core"),
    import("@scalar/openapi-upgrader"),
  ]);
  /** Nothing is fetched: a reference to another server is an error, an example that lies there is left out. */
  class LocalFiles extends BaseResolver {
    override async loadExternalRef(address: string) {
      if (!/^\w+:\/\//.test(address)) return super.loadExternalRef(address);
      return new Source(address, elsewhere, "text/plain");
    }
  }
  const { bundle: read, problems } = await bundle({
    config: await createConfig({}),
    ref: resolvePath(file),
    externalRefResolver: new LocalFiles(),
  }).catch((error: Error) => {
    throw new Error(`The document ${file} cannot be read: ${error.message}`, { cause: error });
  });
  const [problem] = problems.filter(({ severity }) => severity === "error");
  if (problem !== undefined) {
    const where = problem.location[0]?.source.absoluteRef ?? file;
    throw new Error(`The document ${file} cannot be read: ${problem.message} (${where})`);
  }
  const parsed = rewritten<unknown>(read.parsed, withoutFarExample);
  if (JSON.stringify(parsed)?.includes(`:${JSON.stringify(elsewhere)}`)) {
    throw new Error(
      `The document ${file} refers to another server, from which the mock fetches nothing. Put what is there beside it.`,
    );
  }
  if (!isJsonObject(parsed) || !/^3\.[01]\./.test(String(parsed.openapi))) {
    const found = isJsonObject(parsed) ? (parsed.openapi ?? parsed.swagger) : undefined;
    throw new Error(
      `The document ${file} is ${found === undefined ? "not OpenAPI" : `of version ${found}`}. The mock serves OpenAPI 3.0 and 3.1; convert it first.`,
    );
  }
  // What comes out of the upgrade is a plain document again.
  return upgrade(parsed, "3.1") as unknown as JsonObject;
}
