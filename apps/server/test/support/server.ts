import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Received, type Sent, send } from "@image-apis/testing/send";
import { afterAll, beforeAll } from "vitest";
import { type RunningServer, type ServerOptions, startServer } from "../../src/index.ts";

/** One server for the tests of a file, on a free port, over a folder of its own. */
export interface UsedServer {
  server(): RunningServer;
  send(sent: Sent): Promise<Received>;
  /** The header of the account that the first start made. */
  admin(): { Authorization: string };
}

export function useServer(options: Partial<ServerOptions> = {}): UsedServer {
  let server: RunningServer;
  let data: string;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "image-apis-server-"));
    server = await startServer({ data, port: 0, floorBytes: 0, logLevel: "silent", ...options });
  });
  afterAll(async () => {
    await server.close();
    rmSync(data, { recursive: true });
  });
  return {
    server: () => server,
    send: (sent) => send(server.url, sent),
    admin() {
      const { name = "", password = "" } = server.firstAccount ?? {};
      return basic(name, password);
    },
  };
}

export function basic(user: string, password: string): { Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}
