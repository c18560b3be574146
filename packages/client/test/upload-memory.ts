/** Run by memory.test.ts in a process of its own: uploads files and prints the memory that took. */
import { createCapillaryClient } from "../src/generated/capillary/index.ts";
import { fileFromPath } from "../src/node/index.ts";

const [baseUrl = "", path = ""] = process.argv.slice(2);
const client = createCapillaryClient({ baseUrl });
await client.getCustomer({ customerId: 1, source: "INSTORE" });
const before = process.resourceUsage().maxRSS;
const files = await Promise.all(Array.from({ length: 5 }, () => fileFromPath(path)));
await client.addCustomerImage({ customerId: 1, files });
process.stdout.write(String((process.resourceUsage().maxRSS - before) / 1024));
