import { readFileSync } from "node:fs";
import { type OpenApiDocument, operations, serverUrl } from "@image-apis/spec";
import converter from "openapi-to-postmanv2";

/** What is used of Postman's own format. */
interface Collection {
  item?: Collection[];
  name: string;
  variable?: { key: string; value: string }[];
  request?: {
    method: string;
    url: { host: string[]; path: string[]; variable?: { key: string; value: string }[] };
  };
}

/** Every request that goes to another host than its operation's. */
export async function postmanFaults(file: string): Promise<string[]> {
  const text = readFileSync(file, "utf8");
  const document: OpenApiDocument = JSON.parse(text);
  const collection = await converted(text);
  const requests = requestsIn(collection);
  return operations(document).flatMap((operation) => {
    const { method, path } = operation;
    const pattern = path.replace(/\{([^}]+)\}/g, ":$1");
    const found = requests.find(
      ({ request }) =>
        request?.method === method.toUpperCase() && `/${request.url.path.join("/")}` === pattern,
    );
    if (found?.request === undefined) return [`There is no request for ${method} ${path}.`];
    const variables = [...(collection.variable ?? []), ...(found.request.url.variable ?? [])];
    const host = filledIn(found.request.url.host.join("."), variables);
    const [server] = operation.servers ?? document.servers;
    const expected = server && serverUrl(server);
    return host === expected ? [] : [`${method} ${path} goes to ${host}, not to ${expected}.`];
  });
}

function converted(data: string): Promise<Collection> {
  return new Promise((resolve, reject) => {
    converter.convert({ type: "string", data }, {}, (error, result) => {
      const [output] = result?.output ?? [];
      if (error || !result?.result || output === undefined) {
        reject(error ?? new Error(result?.reason ?? "Postman's converter made nothing."));
        // The cast: the converter's types leave its own format open.
      } else resolve(output.data as unknown as Collection);
    });
  });
}

function requestsIn(collection: Collection): Collection[] {
  return (collection.item ?? []).flatMap((it) =>
    it.request === undefined ? requestsIn(it) : [it],
  );
}

/** `{{baseUrl}}` and `:host`, with the values the collection gives them. */
function filledIn(text: string, variables: readonly { key: string; value: string }[]): string {
  const given = (key: string) => variables.find((it) => it.key === key)?.value;
  let filled = text;
  for (let depth = 0; depth < 3; depth++) {
    filled = filled.replace(/\{\{([^}]+)\}\}|\{([^}]+)\}/g, (whole, outer, inner) => {
      return given(outer ?? inner) ?? whole;
    });
  }
  return filled;
}
