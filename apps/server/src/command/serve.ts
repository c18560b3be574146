import type { LogLevel } from "../listening/log.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import { firstLines } from "./first-lines.ts";

/** The options of the command line. */
export interface ServeOptions {
  data: string;
  port: number;
  host: string;
  publicUrl?: string;
  corsOrigin?: string[];
  empty?: boolean;
  maxRequests: number;
  diskFloor: number;
  grace: number;
  log: LogLevel;
}

/** Serves until the process is told to stop. */
export async function serve(options: ServeOptions): Promise<void> {
  const server = await startServer({
    ...options,
    floorBytes: options.diskFloor,
    graceMilliseconds: options.grace * 1000,
    logLevel: options.log,
  });
  stopOnSignal(server);
  if (server.swept > 0) {
    console.error(`Removed ${server.swept} unfinished files of a server that was cut off.`);
  }
  for (const line of firstLines(server, options.data)) console.log(line);
  // Whoever reads this may end the process at once.
  console.log(`Server: ${server.url}`);
}

function stopOnSignal(server: RunningServer): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.close());
  }
}
