import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder } from "../folders.ts";
import { runPackage } from "../programs.ts";

/** Ten operations, `%` where the number of the call site stands, in the words of each client. */
const dialects: Record<string, { head: string; calls: string[] }> = {
  "image-apis": {
    head: `import { createCapillaryClient, createSuperOfficeClient } from "@image-apis/client";
const capillary = createCapillaryClient();
const superoffice = createSuperOfficeClient({ tenant: "Cust12345" });`,
    calls: [
      `capillary.addCustomerImage({ customerId: %, files: [image] })`,
      `capillary.addCustomerImageByIdentifier({ source: "INSTORE", identifierName: "mobile", identifierValue: "%", files: [image] })`,
      `capillary.deleteCustomerImage({ customerId: %, imageIds: [0, 2] })`,
      `capillary.getCustomer({ customerId: %, source: "INSTORE", embed: "CUSTOMERIMAGE" })`,
      `capillary.uploadRewardsFile({ fileName: "%.png", file: image })`,
      `capillary.generateToken({ key: "%", secret: "demo" })`,
      `superoffice.savePersonImage({ personId: %, image })`,
      `superoffice.getPersonImage({ personId: %, width: 64 })`,
      `superoffice.deletePersonImage({ personId: % })`,
      `superoffice.getPersonImageInfo({ personId: % })`,
    ],
  },
  "openapi-fetch": {
    head: `import createClient from "openapi-fetch";
import type { paths as CapillaryPaths } from "@image-apis/types/capillary";
import type { paths as SuperOfficePaths } from "@image-apis/types/superoffice";
const capillary = createClient<CapillaryPaths>({ baseUrl: "" });
const superoffice = createClient<SuperOfficePaths>({ baseUrl: "" });`,
    calls: [
      `capillary.POST("/v2/customers/{customerId}/setImage", { params: { path: { customerId: % } }, body: { file: [image] } })`,
      `capillary.POST("/v2/customers/lookup/setImage", { params: { query: { source: "INSTORE", identifierName: "mobile", identifierValue: "%" } }, body: { file: [image] } })`,
      `capillary.DELETE("/v2/customers/{customerId}/deleteImage", { params: { path: { customerId: % }, query: { image_ids: [0, 2] } } })`,
      `capillary.GET("/v2/customers/{customerId}", { params: { path: { customerId: % }, query: { source: "INSTORE", embed: "CUSTOMERIMAGE" } } })`,
      `capillary.POST("/api_gateway/file-service/rewards/{fileName}", { params: { path: { fileName: "%.png" } }, body: image })`,
      `capillary.POST("/v3/oauth/token/generate", { body: { key: "%", secret: "demo" } })`,
      `superoffice.PUT("/api/v1/Person/{personId}/Image", { params: { path: { personId: % } }, body: image })`,
      `superoffice.GET("/api/v1/Person/{personId}/Image", { params: { path: { personId: % }, query: { w: 64 } }, parseAs: "blob" })`,
      `superoffice.DELETE("/api/v1/Person/{personId}/Image", { params: { path: { personId: % } } })`,
      `superoffice.GET("/api/v1/Person/{personId}/ImageInfo", { params: { path: { personId: % } } })`,
    ],
  },
  "hey-api": {
    head: `import * as capillary from "../hey-api/capillary/index.js";
import * as superoffice from "../hey-api/superoffice/index.js";`,
    calls: [
      `capillary.addCustomerImage({ path: { customerId: % }, body: { file: [image] } })`,
      `capillary.addCustomerImageByIdentifier({ query: { source: "INSTORE", identifierName: "mobile", identifierValue: "%" }, body: { file: [image] } })`,
      `capillary.deleteCustomerImage({ path: { customerId: % }, query: { image_ids: [0, 2] } })`,
      `capillary.getCustomer({ path: { customerId: % }, query: { source: "INSTORE", embed: "CUSTOMERIMAGE" } })`,
      `capillary.uploadRewardsFile({ path: { fileName: "%.png" }, body: image })`,
      `capillary.generateToken({ body: { key: "%", secret: "demo" } })`,
      `superoffice.savePersonImage({ path: { personId: % }, body: image })`,
      `superoffice.getPersonImage({ path: { personId: % }, query: { w: 64 } })`,
      `superoffice.deletePersonImage({ path: { personId: % } })`,
      `superoffice.getPersonImageInfo({ path: { personId: % } })`,
    ],
  },
};
const sites = 60;

/**
 * How many types the compiler makes for 60 call sites on the ten operations, beyond those it makes for the client
 * alone. Undefined for a client that has no types of its own for them.
 */
export function instantiations(module: string): number | undefined {
  const dialect = dialects[module];
  if (dialect === undefined) return undefined;
  const calls = Array.from({ length: sites }, (_, site) => {
    const call = dialect.calls[site % dialect.calls.length] ?? "";
    return `export const call${site} = ${call.replaceAll("%", String(site))};`;
  });
  const image = `const image = new File([], "front.png", { type: "image/png" });\nvoid image;`;
  const compile = (name: string, lines: string[]) =>
    countOf(`${module}-${name}`, [dialect.head, image, ...lines].join("\n"));
  return compile("calls", calls) - compile("client", []);
}

function countOf(name: string, text: string): number {
  const folder = join(benchFolder, "generated/types");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.ts`), `${text}\nexport {};\n`);
  const compilerOptions = {
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2023",
    lib: ["es2024", "dom", "dom.iterable"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    paths: {
      "@image-apis/client": ["../../../../packages/client/dist/index.d.ts"],
      "@image-apis/types/*": ["../../../../packages/types/dist/generated/*/index.d.ts"],
    },
  };
  const project = join(folder, `${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const output = runPackage("typescript/lib/tsc.js", ["-p", project, "--extendedDiagnostics"]);
  const [, count] = /^Instantiations:\s+(\d+)/m.exec(output) ?? [];
  if (count === undefined) throw new Error(`The compiler does not count:\n${output}`);
  return Number(count);
}
