/** Serves the mock, or the proxy, until it is told to stop. */

import { startProxy } from "../proxy/start-proxy.ts";
import { startMock } from "../start-mock.ts";
import { mockCommand, proxyCommand, runCommand, serveUntilStopped } from "./command.ts";

await runCommand(
  mockCommand(async (options) => serveUntilStopped("Mock", await startMock(options))).addCommand(
    proxyCommand(async (options) => serveUntilStopped("Proxy", await startProxy(options))),
  ),
);
