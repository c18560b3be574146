/** The mock, with a memory, in a process that tells its parent how much processor time it has used. */
import { startMock } from "@image-apis/mock";

const mock = await startMock({ port: 0, stateful: true });
process.on("message", () => process.send?.(process.cpuUsage()));
process.on("disconnect", () => process.exit());
process.send?.({ url: mock.url });
