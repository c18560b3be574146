/** `npm start`: builds everything, then serves the docs and the mock until Ctrl+C. */
import { PortError, readPort, requireFreePort } from "./ports.ts";
import { turbo } from "./turbo.ts";

const docsPort = { variable: "DOCS_PORT", fallback: 4000 };
const mockPort = { variable: "MOCK_PORT", fallback: 4010 };

try {
  const ports = { docs: readPort(docsPort, process.env), mock: readPort(mockPort, process.env) };
  await requireFreePort(ports.docs, docsPort);
  await requireFreePort(ports.mock, mockPort);
  console.log("Building …");
  if ((await turbo("run build --output-logs=errors-only")) !== 0) process.exit(1);
  const { serve } = await import("./serve.ts");
  await serve(ports);
} catch (error) {
  if (!(error instanceof PortError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
