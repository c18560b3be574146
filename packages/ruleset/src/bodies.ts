import { follow, isObject, type Located, objectAt, type Path } from "./json.ts";

/** One media type of a request or a response, where it is written. */
export interface Body extends Located {
  mediaType: string;
  /** The status of the response; of a request, `undefined`. */
  status: string | undefined;
}

/** Every body of a bundled document's operations; one that several share is returned for each. */
export function bodies(document: unknown): Body[] {
  const found: Body[] = [];
  const add = (node: unknown, path: Path, status: string | undefined) => {
    const holder = follow(document, node, path);
    for (const [mediaType, media] of Object.entries(objectAt(holder.node.content))) {
      if (!isObject(media)) continue;
      found.push({ mediaType, status, node: media, path: [...holder.path, "content", mediaType] });
    }
  };
  for (const [path, item] of Object.entries(objectAt(document, "paths"))) {
    for (const [method, operation] of Object.entries(objectAt(item))) {
      if (!isObject(operation)) continue;
      const at = ["paths", path, method];
      add(operation.requestBody, [...at, "requestBody"], undefined);
      for (const [status, response] of Object.entries(objectAt(operation.responses))) {
        add(response, [...at, "responses", status], status);
      }
    }
  }
  return found;
}
