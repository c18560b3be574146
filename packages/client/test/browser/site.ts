import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type CannedAnswer, type CapturedRequest, capture } from "../capture-server.ts";

const require = createRequire(import.meta.url);
const folders: Record<string, string> = {
  client: fileURLToPath(new URL("../../dist/", import.meta.url)),
  types: dirname(fileURLToPath(import.meta.resolve("@image-apis/types"))),
  "openapi-fetch": dirname(require.resolve("openapi-fetch")),
};

/** The package as it is built, for a browser that resolves the names of packages by this map. */
const importMap = {
  imports: {
    "@image-apis/client": "/modules/client/index.js",
    "@image-apis/types/capillary": "/modules/types/generated/capillary/index.js",
    "@image-apis/types/superoffice": "/modules/types/generated/superoffice/index.js",
    "openapi-fetch": "/modules/openapi-fetch/index.mjs",
  },
};

/** What the tests call `Tools`. */
export const tools = `
  import * as client from "@image-apis/client";
  globalThis.tools = {
    client,
    png(size, name) {
      const bytes = new Uint8Array(size).map((_, index) => index % 251);
      bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      return new File([bytes], name, { type: "image/png" });
    },
    told: ({ name, code, message }) => ({ name, code, message }),
  };
`;

const page = (scripts: string) => `<!doctype html>\n<title>client</title>\n${scripts}`;
const unbundled = page(
  `<script type="importmap">${JSON.stringify(importMap)}</script>\n<script type="module">${tools}</script>`,
);

/** What a bundler made of `tools`: the entry, and every chunk by its file name. */
export interface Bundle {
  entry: string;
  chunks: ReadonlyMap<string, string>;
}

/** A server with the page, the modules, and everything else captured and answered. */
export interface Site {
  url: string;
  requests: CapturedRequest[];
  /** Paths of the modules that were loaded. */
  modules: string[];
  answer(answer: CannedAnswer): void;
}

export interface SiteOptions {
  /** Whether pages of other sites may send what they like, and read the answers. */
  isOpen?: boolean;
  /** What the page loads; by default the package as it is built, module by module. */
  bundle?: Bundle;
  /** The page's Content-Security-Policy. */
  policy?: string;
  /** How long an answer takes, in milliseconds. */
  delay?: number;
}

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { isOpen = false, bundle, policy, delay = 0 } = options;
  const requests: CapturedRequest[] = [];
  const modules: string[] = [];
  let canned: CannedAnswer = { json: {} };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const [, top = "", name = "", ...path] = new URL(
      request.url ?? "",
      "http://localhost",
    ).pathname.split("/");
    if (top === "") {
      const bundled = `<script type="module" src="/bundle/${bundle?.entry}"></script>`;
      const html = bundle === undefined ? unbundled : page(bundled);
      if (policy !== undefined) response.setHeader("Content-Security-Policy", policy);
      return response.setHeader("Content-Type", "text/html").end(html);
    }
    if (top === "bundle") {
      modules.push(name);
      const text = bundle?.chunks.get(name);
      return response.setHeader("Content-Type", "text/javascript").end(text);
    }
    if (top === "modules") {
      modules.push([name, ...path].join("/"));
      const text = await readFile(join(folders[name] ?? "", ...path));
      return response.setHeader("Content-Type", "text/javascript").end(text);
    }
    if (top === "favicon.ico") return response.writeHead(204).end();
    requests.push(await capture(request));
    if (isOpen) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "*, Authorization");
      response.setHeader("Access-Control-Allow-Methods", "*");
    }
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    if (delay > 0) await setTimeout(delay);
    const { status = 200, headers, body, json } = canned;
    if (json !== undefined) response.setHeader("Content-Type", "application/json");
    response.writeHead(status, headers);
    return response.end(json === undefined ? body : JSON.stringify(json));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    modules,
    answer(answer) {
      canned = answer;
    },
  };
}
