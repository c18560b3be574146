import { createServer } from "node:net";

/** A port the user can choose. */
export interface PortSetting {
  /** The environment variable that sets it. */
  variable: string;
  fallback: number;
}

export const docsPort: PortSetting = { variable: "DOCS_PORT", fallback: 4000 };
export const mockPort: PortSetting = { variable: "MOCK_PORT", fallback: 4010 };

/** The ports of docs and mock. Throws a `PortError` where one is not a port or is taken. */
export async function freePorts(env: NodeJS.ProcessEnv): Promise<{ docs: number; mock: number }> {
  const ports = { docs: readPort(docsPort, env), mock: readPort(mockPort, env) };
  await requireFreePort(ports.docs, docsPort);
  await requireFreePort(ports.mock, mockPort);
  return ports;
}

/** A port that cannot be used; the message is one line for the terminal. */
export class PortError extends Error {
  override name = "PortError";
}

/** Reads a port from the environment. Throws a `PortError` for anything but a whole number from 1 to 65535. */
export function readPort({ variable, fallback }: PortSetting, env: NodeJS.ProcessEnv): number {
  const text = env[variable];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PortError(`${variable}=${text} is not a port: give a whole number from 1 to 65535.`);
  }
  return port;
}

/** Fails with a `PortError` that names the variable when something else listens on the port. */
export async function requireFreePort(port: number, { variable }: PortSetting): Promise<void> {
  await new Promise<void>((done, failed) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const what = error.code === "EADDRINUSE" ? "is taken" : `cannot be used (${error.code})`;
      failed(new PortError(`Port ${port} ${what}: set ${variable} to another one.`));
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => done()));
  });
}
