import {
  bodyLimits,
  type Exchange,
  fixtureMediaType,
  fixtureSize,
  fixturesOf,
  isCommitted,
  isFilePart,
} from "@image-apis/spec";
import { type Contract, operationFinder } from "./contract.ts";

/**
 * Uploads of this command's own, made from documented ones: files of different sizes in one request, whose order the
 * sizes tell, and a second upload, which must not cost the first.
 */
export function probesOf(contract: Contract): Exchange[] {
  const operationOf = operationFinder(contract);
  const usual = contract.exchanges.filter(
    (it) => it.response.status < 300 && it.given.length === 0,
  );
  const sent = new Set(usual.flatMap(({ request }) => fixturesOf(request.body)));
  const byOperation = Map.groupBy(usual, ({ operationId }) => operationId);
  return [...byOperation.values()].flatMap((exchanges) => {
    const several = exchanges.find(({ request }) => fixturesOf(request.body).length > 1);
    const single = exchanges.find(
      ({ request }) =>
        fixturesOf(request.body)[0] === fixturesOf(several?.request.body)[0] &&
        fixturesOf(request.body).length === 1,
    );
    if (several === undefined || single === undefined) return [];
    const { mediaType = "" } = several.request.body ?? {};
    const media = operationOf(several).requestBody?.content[mediaType] ?? {};
    const { minBytes = 0, maxBytes = Number.POSITIVE_INFINITY } =
      Object.values(bodyLimits(contract.document, media))[0] ?? {};
    const [first = ""] = fixturesOf(several.request.body);
    const others = [...sent].filter(
      (it) =>
        isCommitted(it) &&
        fixtureMediaType(it) === fixtureMediaType(first) &&
        fixtureSize(it) !== fixtureSize(first) &&
        fixtureSize(it) >= minBytes &&
        fixtureSize(it) <= maxBytes,
    );
    const [other] = others;
    if (other === undefined) return [];
    return [
      probe(several, "files-of-different-sizes", "Files of different sizes, whose order tells", [
        other,
        first,
      ]),
      {
        ...probe(several, "after-another-upload", "A second upload, which leaves the first", [
          other,
        ]),
        given: [single.id],
      },
    ];
  });
}

function probe(
  like: Exchange,
  name: string,
  summary: string,
  fixtures: readonly string[],
): Exchange {
  const { body } = like.request;
  const part = body !== undefined && "parts" in body ? body.parts.find(isFilePart) : undefined;
  if (body === undefined || part === undefined) return like;
  const parts = fixtures.map((fixture) => ({ name: part.name, fixture }));
  return {
    ...like,
    id: `${like.id.slice(0, like.id.lastIndexOf("/"))}/${name}`,
    name,
    summary,
    status: "inferred",
    reason: `Made from ${like.name}: this command's own question about what is stored, and in which order.`,
    request: { ...like.request, body: { mediaType: body.mediaType, parts } },
  };
}
