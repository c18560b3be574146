import { declaredFor, schemasInPlace } from "@image-apis/http-contract";
import {
  applyOverlay,
  documentedStatus,
  type OpenApiDocument,
  type Operation,
  type Overlay,
  type OverlayAction,
  operations,
  overlayFaults,
  type Reference,
  type Schema,
  type Varies,
} from "@image-apis/spec";
import type { Contract } from "../contract.ts";

/** What a document says about a value: how it varies, and what is below it. Where it says nothing, nothing varies. */
export interface Marked {
  varies: Varies | undefined;
  property(name: string): Marked;
  items(): Marked;
  /**
   * Whether the value itself, or one in an object inside it, varies in this way.
   *
   * @param depth How many objects deep is looked; a schema may contain itself.
   */
  has(kind: Varies, depth?: number): boolean;
}

/** The marks (`x-varies`) of an API's overlay on its responses. */
export interface Marks {
  /** The marks of a response's body, by its schema. */
  of(operation: Operation, status: number, mediaType: string | undefined): Marked;
  /** The zone of times that are written without one, for example `+05:30`. */
  zone: string;
}

/** Reads the marks of a contract. An addition to something that its document does not have is left out. */
export function readMarks({ document, overlay }: Pick<Contract, "document" | "overlay">): Marks {
  const marked = overlay === undefined ? document : withOverlay(document, overlay);
  const byId = new Map(operations(marked).map((it) => [it.operationId, it]));
  return {
    of({ operationId }, status, mediaType) {
      const responses = byId.get(operationId)?.responses ?? {};
      const { content = {} } =
        responses[documentedStatus(Object.keys(responses), status) ?? ""] ?? {};
      const [, media] = declaredFor(content, mediaType ?? "") ?? [];
      return markedBy(marked, media?.schema === undefined ? [] : [media.schema]);
    },
    zone: marked.info["x-time-zone"] ?? "Z",
  };
}

/** The overlay is about the document as it is written; a changed copy may lack what it names. */
function withOverlay(document: OpenApiDocument, overlay: Overlay): OpenApiDocument {
  const actions = overlay.actions.flatMap(separately);
  const faulty = new Set(overlayFaults(document, { ...overlay, actions }).map((it) => it.action));
  return applyOverlay(document, { ...overlay, actions: actions.filter((_, i) => !faulty.has(i)) });
}

/** An action for each property, so that one which is missing does not cost the others their marks. */
function separately(action: OverlayAction): OverlayAction[] {
  return Object.entries(action.update ?? {}).map(([key, value]) => ({
    ...action,
    update: { [key]: value },
  }));
}

function markedBy(document: OpenApiDocument, nodes: readonly (Schema | Reference)[]): Marked {
  const schemas = nodes.flatMap((node) => schemasInPlace(document, node));
  const below = (pick: (schema: Schema) => Schema | Reference | undefined) => {
    const found = schemas.map(pick).filter((it) => it !== undefined);
    return markedBy(document, found);
  };
  const varies = schemas.find((it) => it["x-varies"] !== undefined)?.["x-varies"];
  const names = new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)));
  const property = (name: string) =>
    below(({ properties = {} }) =>
      Object.hasOwn(properties, name) ? properties[name] : undefined,
    );
  return {
    varies,
    property,
    items: () => below(({ items }) => items),
    has: (kind, depth = 3) =>
      varies === kind ||
      (depth > 0 && [...names].some((name) => property(name).has(kind, depth - 1))),
  };
}
