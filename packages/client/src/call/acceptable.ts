import type { DocumentedRoute } from "@image-apis/types";
import { isJson } from "../values/media-type.ts";

/** The media types to ask for: JSON where an operation speaks it; else every type it is documented to answer with. */
export function acceptable(route: DocumentedRoute): string {
  const [success = [], ...others] = Object.values(route.responseMediaTypes);
  return success.find(isJson) ?? ([...new Set([...success, ...others.flat()])].join(", ") || "*/*");
}
