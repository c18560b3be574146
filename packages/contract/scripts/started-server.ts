import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer, type TokenKind } from "@image-apis/server";
import {
  loadDocument,
  loadExchanges,
  operations,
  type SecurityScheme,
  securityScheme,
  wireRequest,
} from "@image-apis/spec";
import type { StatefulServer } from "../src/faces/stateful-mock.ts";

/** The server, and what signs in to it. */
export interface StartedServer extends StatefulServer {
  /** The secrets as the conformance command reads them from its environment. */
  variables: Record<string, string>;
}

/** The server over a folder of its own, which goes with it, and credentials of every documented kind. */
export async function startedServer(): Promise<StartedServer> {
  const data = mkdtempSync(join(tmpdir(), "image-apis-grid-"));
  const server = await startServer({
    data,
    port: 0,
    // Nobody follows the addresses here; the documents show them with https.
    publicUrl: "https://images.example",
    logLevel: "silent",
    floorBytes: 0,
  });
  const secrets = await newSecrets(server);
  return {
    url: server.url,
    variables: Object.fromEntries(
      Object.entries(secrets).flatMap(([api, schemes]) =>
        Object.entries(schemes).map(([scheme, secret]) => [variableOf(api, scheme), secret]),
      ),
    ),
    reset: () => server.reset(),
    signIn(wire, api, schemes) {
      const all = schemes.map((name) => {
        const scheme = securityScheme(loadDocument(api), name);
        return headersOf(scheme, secrets[api]?.[name] ?? "");
      });
      Object.assign(wire.headers, ...all);
    },
    async close() {
      await server.close();
      rmSync(data, { recursive: true });
    },
  };
}

function variableOf(api: string, scheme: string): string {
  return `IMAGE_APIS_${api}_${scheme}`.toUpperCase();
}

function headersOf(scheme: SecurityScheme, secret: string): Record<string, string> {
  if (scheme.type === "apiKey") {
    return scheme.in === "cookie"
      ? { Cookie: `${scheme.name}=${secret}` }
      : { [scheme.name]: secret };
  }
  const isBasic = scheme.scheme === "basic";
  const value = isBasic ? Buffer.from(secret).toString("base64") : secret;
  return { Authorization: `${scheme.scheme} ${value}` };
}

/** By API and security scheme, what signs in: a token, or `user:password`. */
async function newSecrets({
  accounts,
  tokens,
}: RunningServer): Promise<Record<string, Record<string, string>>> {
  const password = await accounts.add("grid", "write");
  const { key, secret } = documentedKey();
  await accounts.add(key, "read", secret);
  const issue = (kind: TokenKind) => tokens.issue(kind, "grid", 24 * 3600);
  const session = await issue("session");
  return {
    capillary: {
      Basic: `grid:${createHash("md5").update(password).digest("hex")}`,
      OAuth: (await issue("oauth")).token,
    },
    superoffice: {
      Basic: `grid:${password}`,
      Bearer: (await issue("bearer")).token,
      SOTicket: (await issue("ticket")).token,
      AppToken: (await issue("app")).token,
      XsrfToken: session.companion ?? "",
      SessionCookie: session.token,
    },
  };
}

/** The key and the secret of the documented call of `generateToken`. */
function documentedKey(): { key: string; secret: string } {
  const document = loadDocument("capillary");
  const operation = operations(document).find((it) => it.operationId === "generateToken");
  const exchange = loadExchanges("capillary").find((it) => it.operationId === "generateToken");
  if (operation === undefined || exchange === undefined)
    throw new Error("No call of generateToken.");
  const { body } = wireRequest(document, operation, exchange);
  if (body?.kind !== "bytes") throw new Error("The call of generateToken has no JSON body.");
  return JSON.parse(new TextDecoder().decode(body.bytes));
}
