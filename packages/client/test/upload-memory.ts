/** Run by memory.test.ts in a process of its own: uploads files and prints the memory that took. */
import { createCapillaryClient } from "../src/capillary/index.ts";
import { fileFromPath } from "../src/node/index.ts";

const [baseUrl = "", path = ""] = process.argv.slice(2);
const client = createCapillaryClient({ baseUrl });
await client.getCustomer({ customerId: 1, source: "INSTORE" });
// What is in use, not the most there ever was: a start may have taken more than the upload does.
const before = process.memoryUsage.rss();
const files = await Promise.all(Array.from({ length: 5 }, () => fileFromPath(path)));
await client.addCustomerImage({ customerId: 1, files });
process.stdout.write(String((process.resourceUsage().maxRSS * 1024 - before) / 1024 ** 2));
