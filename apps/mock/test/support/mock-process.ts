/** A mock in a process of its own, which tells its parent where it is and, when asked, its peak memory in bytes. */
import { startMock } from "../../src/index.ts";

const mock = await startMock({ port: 0 });
process.on("message", () => process.send?.({ peak: process.resourceUsage().maxRSS * 1024 }));
process.on("disconnect", () => void mock.close());
process.send?.({ url: mock.url });
