import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { siteFolder } from "@image-apis/docs";

const here = fileURLToPath(new URL("./", import.meta.url));
const { resolve } = createRequire(import.meta.url);
/** Redoc is the one that the site itself is made with. */
const docs = createRequire(import.meta.resolve("@image-apis/docs/package.json"));

/** The document every peer shows, an operation of it that takes files, and the summary of that operation. */
const api = "capillary";
const operationId = "addCustomerImage";
const bundle = fileURLToPath(import.meta.resolve(`@image-apis/spec/bundles/${api}.json`));

/** One way to show the document. */
export interface Peer {
  name: string;
  /** A folder below `generated/`, or the built site. */
  folder: string;
  /** The page of the operation. */
  page: string;
  /** An expression that holds, in the page, when a reader can use it. */
  isReady: string;
}

const generated = join(here, "generated");
const loaded = 'document.readyState === "complete"';

export const redoc: Peer = {
  name: "Redoc, default build",
  folder: join(generated, "redoc"),
  page: `/#operation/${operationId}`,
  isReady: "document.querySelector('[data-testid=search-trigger]')?.textContent.includes('Ctrl+K')",
};

export const ours: Peer = {
  name: "this site, an operation's page",
  folder: siteFolder(),
  page: `/ref/${operationId}/`,
  isReady: `${loaded} && document.querySelector(".search-button")?.hidden === false`,
};

export const oursInRedoc: Peer = {
  ...redoc,
  name: "this site, the same in Redoc",
  folder: ours.folder,
  page: `/reference/${api}/#operation/${operationId}`,
};

export const peers: Peer[] = [
  redoc,
  ours,
  oursInRedoc,
  {
    name: "Scalar",
    folder: join(generated, "scalar"),
    page: "/",
    isReady: "document.querySelector('button[aria-expanded]') !== null",
  },
  {
    name: "Swagger UI",
    folder: join(generated, "swagger-ui"),
    page: "/",
    isReady: "document.querySelector('.opblock button') !== null",
  },
  {
    name: "starlight-openapi",
    folder: join(generated, "starlight"),
    page: `/api/operations/${operationId.toLowerCase()}/`,
    isReady: `${loaded} && document.querySelector("site-search button")?.disabled === false`,
  },
];

/** The script that Redoc's default page asks the maker's host for; the benchmark, without a network, serves it in its place. */
export function redocScript(): string {
  return readFileSync(docs.resolve("@redocly/cli/lib/chunks/redoc.standalone.js"), "utf8");
}

/** Builds every peer's page as its own instructions say. */
export function buildPeers(): void {
  rmSync(generated, { recursive: true, force: true });
  for (const name of ["redoc", "scalar"]) mkdirSync(join(generated, name), { recursive: true });
  run(docs.resolve("@redocly/cli/bin/cli.js"), [
    ...["build-docs", bundle, "--output", join(generated, "redoc/index.html")],
  ]);
  copyBundle("scalar");
  const script = "node_modules/@scalar/api-reference/dist/browser/standalone.js";
  cpSync(join(here, script), join(generated, "scalar/scalar.js"));
  writeFileSync(join(generated, "scalar/index.html"), scalarPage);
  cpSync(dirname(resolve("swagger-ui-dist/package.json")), join(generated, "swagger-ui"), {
    recursive: true,
  });
  copyBundle("swagger-ui");
  const initializer = join(generated, "swagger-ui/swagger-initializer.js");
  const text = readFileSync(initializer, "utf8");
  writeFileSync(initializer, text.replace(/url: "[^"]*"/, 'url: "openapi.json"'));
  copyBundle(".");
  const config = ["--root", here, "--config", "starlight/astro.config.mjs"];
  const astro = join(dirname(resolve("astro/package.json")), "bin/astro.mjs");
  try {
    run(astro, ["build", ...config, "--outDir", join(generated, "starlight")]);
  } finally {
    // What it leaves beside its output is of no use here, and no code of ours.
    rmSync(join(here, ".astro"), { recursive: true, force: true });
  }
}

const scalarPage = `<!doctype html><html lang="en"><head><title>API</title><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><div id="app"></div>
<script src="scalar.js"></script>
<script>Scalar.createApiReference("#app", { url: "openapi.json" });</script></body></html>`;

function copyBundle(folder: string): void {
  cpSync(bundle, join(generated, folder, "openapi.json"));
}

function run(program: string, args: string[]): void {
  execFileSync(process.execPath, [program, ...args], {
    cwd: here,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
  });
}
