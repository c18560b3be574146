import type { IncomingMessage, ServerResponse } from "node:http";
import { newTrace, Problem, parseTarget } from "@image-apis/http-contract";
import { readToEnd, sendAnswer } from "@image-apis/http-contract/server";
import type { StoredFile } from "@image-apis/reference";
import { fileDelivery } from "../answering/file-delivery.ts";
import type { Database } from "../database/database.ts";
import { fileColumns, fileOf } from "../store/file-columns.ts";
import { type SignedAddresses, signedToken } from "./signed-address.ts";

/** What signed addresses are answered with. */
export interface FileAnswerParts {
  readonly reader: Database;
  pathOf(key: string): string;
  readonly addresses: SignedAddresses;
}

/** The types that browsers show as a picture and in which no script can run. */
const rasterTypes = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** Sends the file of a signed address. */
export async function answerFile(
  parts: FileAnswerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await readToEnd(request);
  if (response.destroyed) return;
  try {
    const file = foundFile(parts, request);
    const trace = newTrace();
    trace.delivery = fileDelivery(file);
    await trace.delivery.send(response, {
      status: 200,
      headers: safeHeaders(file),
      body: undefined,
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sendAnswer(response, error.answer());
  }
}

/** A file may be anything that somebody uploaded: nothing of it runs, and only pictures are shown. */
function safeHeaders({ mediaType }: StoredFile) {
  const isRaster = rasterTypes.has(mediaType);
  return {
    "Content-Type": isRaster ? mediaType : "application/octet-stream",
    "Content-Disposition": isRaster ? "inline" : "attachment",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
  };
}

/** @throws Problem for an address that leads to no file. */
function foundFile(parts: FileAnswerParts, { method = "GET", url = "/" }: IncomingMessage) {
  if (method !== "GET" && method !== "HEAD") {
    throw new Problem(405, `A file does not take ${method}. It takes GET, HEAD.`, {
      headers: { Allow: "GET, HEAD" },
    });
  }
  const { segments, query } = parseTarget(url);
  const token = signedToken(parts.addresses, segments.slice(1), query);
  if (token === undefined) {
    throw new Problem(
      403,
      "The address was not signed here, or has expired. Read the customer, or upload the file, to get a new one.",
    );
  }
  const row =
    parts.reader.one(`select ${fileColumns} from customer_image where token = ?`, token) ??
    parts.reader.one(`select ${fileColumns} from rewards_file where token = ?`, token);
  const file = row && fileOf(row, parts.pathOf);
  if (file?.bytes === undefined) {
    throw new Problem(404, "There is no such file any more, or only a placeholder without bytes.");
  }
  return file;
}
