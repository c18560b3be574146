import { writeFileSync } from "node:fs";
import { folder, run } from "./prepare.ts";

/** Three operations in the words of each client, `%` where the number of the call site stands. */
const dialects: Record<string, { head: string; calls: string[] }> = {
  "image-apis": {
    head: `import { createCapillaryClient } from "@image-apis/client/capillary";
const capillary = createCapillaryClient();`,
    calls: [
      `capillary.addCustomerImage({ customerId: %, files: [image] })`,
      `capillary.deleteCustomerImage({ customerId: %, imageIds: [0, 2] })`,
      `capillary.getCustomer({ customerId: %, source: "INSTORE", embed: "CUSTOMERIMAGE" })`,
    ],
  },
  "openapi-fetch": {
    head: `import type { paths } from "@image-apis/types/capillary";
import createClient from "openapi-fetch";
const capillary = createClient<paths>({ baseUrl: "" });`,
    calls: [
      `capillary.POST("/v2/customers/{customerId}/setImage", { params: { path: { customerId: % } }, body: { file: [image] } })`,
      `capillary.DELETE("/v2/customers/{customerId}/deleteImage", { params: { path: { customerId: % }, query: { image_ids: [0, 2] } } })`,
      `capillary.GET("/v2/customers/{customerId}", { params: { path: { customerId: % }, query: { source: "INSTORE", embed: "CUSTOMERIMAGE" } } })`,
    ],
  },
  "hey-api": {
    head: `import * as capillary from "./hey-api/index.js";`,
    calls: [
      `capillary.addCustomerImage({ path: { customerId: % }, body: { file: [image] } })`,
      `capillary.deleteCustomerImage({ path: { customerId: % }, query: { image_ids: [0, 2] } })`,
      `capillary.getCustomer({ path: { customerId: % }, query: { source: "INSTORE", embed: "CUSTOMERIMAGE" } })`,
    ],
  },
};

/**
 * How many types the compiler makes for 60 call sites, beyond those it makes for the client alone. Undefined for a
 * client that has no types of its own for them.
 */
export function instantiations(peer: string): number | undefined {
  const dialect = dialects[peer];
  if (dialect === undefined) return undefined;
  const calls = Array.from({ length: 60 }, (_, site) => {
    const call = dialect.calls[site % dialect.calls.length] ?? "";
    return `void ${call.replaceAll("%", String(site))};`;
  });
  return countOf(dialect.head, calls) - countOf(dialect.head, []);
}

function countOf(head: string, calls: readonly string[]): number {
  const image = `export const image = new File([], "front.png", { type: "image/png" });`;
  writeFileSync(`${folder}generated/calls.ts`, [head, image, ...calls].join("\n"));
  const options =
    "--target es2023 --module esnext --moduleResolution bundler --lib es2024,dom,dom.iterable --strict";
  const output = run("typescript/lib/tsc.js", [
    ...["generated/calls.ts", "--noEmit", "--skipLibCheck", "--extendedDiagnostics"],
    ...options.split(" "),
  ]);
  const [, count] = /^Instantiations:\s+(\d+)/m.exec(output) ?? [];
  if (count === undefined) throw new Error(`The compiler does not count:\n${output}`);
  return Number(count);
}
