import type { ExternalDocs } from "@image-apis/spec";
import type { Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { operationPlaces, type Place } from "../places.ts";
import type { Subject } from "../subject.ts";

const address: Operator = {
  name: "link.change",
  does: "Lets a link to a page of the vendor lead to another one.",
  find: ({ document }) =>
    links(document).map(({ at: holder, node: { url } }) => ({
      at: [...holder, "url"],
      sentence: `A link leads to ${url}s instead of ${url}.`,
      edits: [{ at: [...holder, "url"], set: `${url}s` }],
    })),
};

/** The links of the document, of its tags and of its operations. */
function links(document: Subject["document"]): Place<ExternalDocs>[] {
  const holders: Place<{ externalDocs?: ExternalDocs }>[] = [
    { at: ["document"], node: document },
    ...document.tags.map((node, index) => ({ at: ["document", "tags", index] as Path, node })),
    ...operationPlaces(document),
  ];
  return holders.flatMap(({ at, node: { externalDocs } }) =>
    externalDocs === undefined ? [] : [{ at: [...at, "externalDocs"] as Path, node: externalDocs }],
  );
}

/** What becomes of links to the vendors' pages. */
export const linkOperators: Operator[] = [address];
