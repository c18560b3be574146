import { essence } from "@image-apis/http-contract";
import type { Exchange, Json, Operation, RefusalRequest } from "@image-apis/spec";
import type { Contract } from "../contract.ts";
import { compare, type Difference } from "../difference.ts";
import { expectedResponse } from "../expected-response.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { markedValues } from "../volatile-fields/marked-values.ts";
import { type Marks, readMarks } from "../volatile-fields/marks.ts";

/** Sends a request of an operation. */
export type Upload = (operation: Operation, request: RefusalRequest) => Promise<ReceivedResponse>;

/** Tells by the number of the next version what a request did, where no operation reads what it stored. */
export interface Versions {
  /** Before a request: the version that its name has, and another name is used once. */
  before(operation: Operation): Promise<number | undefined>;
  /** Whether the request made the next version, or none where it was refused. */
  after(
    operation: Operation,
    before: number | undefined,
    answer: ReceivedResponse,
  ): Promise<Difference[]>;
}

/** The versions of what is stored by a name in the path of an operation. */
export function versionsOf(contract: Contract, upload: Upload): Versions {
  const marks = readMarks(contract);
  const again = async (operation: Operation, { request }: Exchange, other = "") => {
    const path = Object.entries(request.path).map(([key, value]) => [key, `${other}${value}`]);
    const answer = await upload(operation, { ...request, path: Object.fromEntries(path) });
    return answer.status < 300 ? versionIn(operation, answer, marks) : undefined;
  };
  return {
    async before(operation) {
      const usual = versionedExchange(contract, operation, marks);
      if (usual === undefined) return undefined;
      const version = await again(operation, usual);
      if (version !== undefined) await again(operation, usual, "other-");
      return version;
    },
    async after(operation, before, answer) {
      const usual = versionedExchange(contract, operation, marks);
      if (usual === undefined || before === undefined) return [];
      const isAccepted = answer.status < 300;
      const after = isAccepted
        ? versionIn(operation, answer, marks)
        : await again(operation, usual);
      const what = isAccepted ? "version" : `version of the next upload after the ${answer.status}`;
      return compare(
        `${what}, one more than that of the upload of this name before`,
        before + 1,
        after,
      );
    },
  };
}

/** The first successful exchange that stores something by a name of its path and is answered with a version of it. */
function versionedExchange(
  { document, exchanges }: Contract,
  operation: Operation,
  marks: Marks,
): Exchange | undefined {
  return exchanges.find((exchange) => {
    const { operationId, given, request, response } = exchange;
    if (operationId !== operation.operationId || given.length > 0) return false;
    if (response.status >= 300 || request.body === undefined) return false;
    const { body, mediaType } = expectedResponse(document, operation, exchange);
    if (body.kind !== "json") return false;
    const values = markedValues(body.value, marks.of(operation, response.status, mediaType));
    const names = Object.values(request.path).map(String);
    return values.some(
      ({ kind, beside }) => kind === "version" && names.includes(String(beside("indexed-name"))),
    );
  });
}

function versionIn(
  operation: Operation,
  { status, contentType, bytes }: ReceivedResponse,
  marks: Marks,
): number | undefined {
  const marked = marks.of(operation, status, essence(contentType));
  const body: Json = parseJson(new TextDecoder().decode(bytes));
  const value = markedValues(body, marked).find(({ kind }) => kind === "version")?.value;
  return typeof value === "number" ? value : undefined;
}
