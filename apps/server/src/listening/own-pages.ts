import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, Problem } from "@image-apis/http-contract";
import { readToEnd, sendAnswer } from "@image-apis/http-contract/server";
import type { Logins } from "../identity/logins.ts";
import { md5Form } from "../identity/password.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { callScope } from "./call-scope.ts";

/** What the server says about itself. */
export interface OwnPages {
  readonly logins: Logins;
  readonly metrics: Metrics;
  /** @throws Error while the server cannot do its work. */
  requireReady(): Promise<void>;
  /** Counts of what is stored, for an operator. */
  status(): Record<string, unknown>;
}

const open = new Set(["/health", "/ready"]);
const paths = new Set([...open, "/metrics", "/__server/status"]);

/** Whether a path is the server's own, and no document's. */
export function isOwnPage(path: string): boolean {
  return paths.has(path) || path.startsWith("/__server/");
}

/** Answers what is about the server itself: health to everybody, the rest to administrators and to no web page. */
export async function answerOwnPage(
  pages: OwnPages,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await readToEnd(request);
  const answer = await ownAnswer(pages, path, request).catch((error: unknown) => {
    if (error instanceof Problem) return error.answer();
    throw error;
  });
  if (response.destroyed) return;
  const headers = { ...answer.headers, "Cache-Control": "no-store" };
  sendAnswer(response, { ...answer, headers });
}

async function ownAnswer(pages: OwnPages, path: string, request: IncomingMessage): Promise<Answer> {
  if (!open.has(path)) await requireAdministrator(pages, request);
  if (!paths.has(path)) throw new Problem(404, `There is nothing at ${path}.`);
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw new Problem(405, `${path} does not take ${request.method}. It takes GET, HEAD.`, {
      headers: { Allow: "GET, HEAD" },
    });
  }
  if (path === "/metrics") return text(await pages.metrics.text(), pages.metrics.mediaType);
  if (path === "/__server/status") return json(pages.status());
  if (path === "/ready") {
    await pages.requireReady().catch((error: Error) => {
      throw new Problem(503, error.message);
    });
  }
  return json({ status: "ok" });
}

/** @throws Problem 401, 403 or 429. */
async function requireAdministrator(
  { logins }: OwnPages,
  { headers }: IncomingMessage,
): Promise<void> {
  const site = headers["sec-fetch-site"];
  if (headers.origin !== undefined || (site !== undefined && site !== "none")) {
    throw new Problem(403, "No web page may read this. Use a program such as curl.");
  }
  const [, encoded = ""] =
    /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(headers.authorization ?? "") ?? [];
  const [, user = "", password = ""] =
    /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, "base64").toString("utf8")) ?? [];
  const address = callScope.getStore()?.address ?? "";
  const account = user === "" ? undefined : await logins.account(user, md5Form(password), address);
  if (account === undefined) {
    throw new Problem(401, "This takes HTTP Basic with an account that has the role admin.", {
      headers: { "WWW-Authenticate": 'Basic realm="server", charset="UTF-8"' },
    });
  }
  if (account.role !== "admin") {
    throw new Problem(403, `${account.name} does not have the role admin.`);
  }
}

function json(value: unknown): Answer {
  return text(JSON.stringify(value), "application/json");
}

function text(body: string, mediaType: string): Answer {
  return { status: 200, headers: { "Content-Type": mediaType }, body };
}
