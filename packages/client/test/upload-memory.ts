/** Run by memory.test.ts in a process of its own: uploads files, from disk or from memory, and prints what that took. */
import { readFile } from "node:fs/promises";
import { createCapillaryClient } from "../src/generated/capillary/index.ts";
import { fileFromPath } from "../src/node/index.ts";

const [baseUrl = "", path = "", from = ""] = process.argv.slice(2);
const client = createCapillaryClient({ baseUrl });
await client.getCustomer({ customerId: 1, source: "INSTORE" });
const each = <Value>(make: () => Promise<Value>) =>
  Promise.all(Array.from({ length: 5 }, () => make()));
// What the caller holds in memory is not the upload's.
const inMemory = from === "memory" ? await each(() => readFile(path)) : undefined;
const before = process.resourceUsage().maxRSS;
const files = inMemory ?? (await each(() => fileFromPath(path)));
await client.addCustomerImage({ customerId: 1, files });
process.stdout.write(String((process.resourceUsage().maxRSS - before) / 1024));
