import type { Json, Varies } from "@image-apis/spec";
import { markedIn } from "./compare.ts";
import type { Marked } from "./marks.ts";
import { isObject } from "./rule.ts";

/** A value of a body that the document marks. */
export interface MarkedValue {
  /** Where it stands, for example `/data/0/file/fileHandle`. */
  at: string;
  kind: Varies;
  value: Json;
  /** The value beside it that varies in another way. */
  beside(kind: Varies): Json | undefined;
}

/** Every marked value of a body, in its order. */
export function markedValues(body: Json, marks: Marked, at = ""): MarkedValue[] {
  if (Array.isArray(body)) {
    const items = marks.items();
    return body.flatMap((item, index) => markedValues(item, items, `${at}/${index}`));
  }
  if (isObject(body)) {
    return Object.entries(body).flatMap(([name, value]) => {
      const own = marks.property(name);
      if (own.varies === undefined) return markedValues(value, own, `${at}/${name}`);
      const beside = (kind: Varies) => markedIn(body, marks, kind);
      return [{ at: `${at}/${name}`, kind: own.varies, value, beside }];
    });
  }
  if (marks.varies === undefined) return [];
  return [{ at, kind: marks.varies, value: body, beside: () => undefined }];
}
