import { essence, isJson } from "@image-apis/http-contract";
import type { Operation } from "@image-apis/spec";
import type { Contract } from "../contract.ts";
import { compare, type Difference, inside } from "../difference.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { markedValues } from "../volatile-fields/marked-values.ts";
import { readMarks } from "../volatile-fields/marks.ts";

/** Asks for what an address of the server leads to, by what follows the server's own address. */
export type Follow = (target: string) => Promise<ReceivedResponse>;

/** Follows the addresses of a response that lead to the server itself. */
export type Addresses = (operation: Operation, answer: ReceivedResponse) => Promise<Difference[]>;

/** @param server The server's address, without a slash at the end. */
export function addressesOf(contract: Contract, server: string, follow: Follow): Addresses {
  const marks = readMarks(contract);
  return async (operation, { status, contentType, bytes }) => {
    const mediaType = essence(contentType);
    if (status >= 300 || !isJson(mediaType)) return [];
    const body = parseJson(new TextDecoder().decode(bytes));
    const differences: Difference[] = [];
    for (const { at, kind, value, beside } of markedValues(
      body,
      marks.of(operation, status, mediaType),
    )) {
      if (kind !== "address" || typeof value !== "string" || !value.startsWith(`${server}/`))
        continue;
      const { status: came, bytes: file } = await follow(value.slice(server.length));
      const what = `what ${inside("body", at.slice(1))} leads to`;
      const size = beside("size");
      differences.push(
        ...(came === 200 && size !== undefined
          ? compare(`${what}: bytes`, Number(size), file.length)
          : compare(`${what}: status`, 200, came)),
      );
    }
    return differences;
  };
}
