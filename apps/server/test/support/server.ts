import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Received, type Sent, send } from "@image-apis/testing/send";
import { afterAll, beforeAll } from "vitest";
import { type DataFolder, openFolder } from "../../src/folder/data-folder.ts";
import { md5Form } from "../../src/identity/password.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../src/index.ts";

/** One server for the tests of a file, on a free port, over a folder of its own. */
export interface UsedServer {
  server(): RunningServer;
  send(sent: Sent): Promise<Received>;
  /** The header of the account that the first start made, for SuperOffice and the server's own pages. */
  admin(): { Authorization: string };
  /** The same for Capillary. */
  till(): { Authorization: string };
  /** Works on the data folder as another process does. */
  inFolder<Result>(work: (folder: DataFolder) => Promise<Result> | Result): Promise<Result>;
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
    till() {
      const { name = "", password = "" } = server.firstAccount ?? {};
      return basic(name, md5Form(password));
    },
    async inFolder(work) {
      const folder = await openFolder(data, { isExclusive: false });
      try {
        return await work(folder);
      } finally {
        await folder.close();
      }
    },
  };
}

export function basic(user: string, password: string): { Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}
