/** `npm start`: builds everything, then serves the docs and the mock until Ctrl+C. */
import { freePorts, PortError } from "./ports.ts";
import { turbo } from "./turbo.ts";

try {
  const ports = await freePorts(process.env);
  console.log("Building …");
  if ((await turbo("run build --output-logs=errors-only")) !== 0) process.exit(1);
  const { serve } = await import("./serve.ts");
  await serve(ports);
} catch (error) {
  if (!(error instanceof PortError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
