import type { Api } from "@image-apis/http-contract";
import { requireBasePath, withBasePath } from "./base-path.ts";
import { lenient } from "./lenient-images.ts";

/** In what the documents that are served differ from those that are loaded. */
export interface ShapeOptions {
  /** What stands before every path of the API, for example `/api/mock`; nothing by default. */
  basePath?: string;
  /**
   * Whether any bytes will do as an image, such as `Buffer.from("x")`; `false` by default. Limits on the number and the
   * most bytes of files hold all the same.
   */
  lenientImages?: boolean;
}

/**
 * What is to be done with every API before it is served.
 *
 * @throws Error for what is not a base path.
 */
export function shaper({ basePath = "", lenientImages = false }: ShapeOptions): (api: Api) => Api {
  const path = requireBasePath(basePath);
  return (api) => {
    const placed = path === "" ? api : { ...api, document: withBasePath(api.document, path) };
    return lenientImages ? { ...placed, document: lenient(placed.document) } : placed;
  };
}
