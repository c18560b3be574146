import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { longestWait } from "@image-apis/testing/longest-wait";
import { vi } from "vitest";

/** A line of `npm run dev -- --format json`. */
export interface DevEvent {
  event: "begins" | "verdict" | "fresh" | "stale" | "failed";
  isGood?: boolean;
  findings?: { file: string; line: number; rule: string }[];
  what?: string;
  why?: string;
  files?: string[];
}

/** The loop, running in a process of its own on free ports. */
export interface DevProcess {
  docs: string;
  mock: string;
  child: ChildProcess;
  /** The folder it puts temporary things into; no other process does. */
  temporary: string;
  /** Everything it printed. */
  output(): string;
  events(): DevEvent[];
  /** Waits for an event after the first `from` ones. */
  event(from: number, fits: (event: DevEvent) => boolean): Promise<DevEvent>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the loop of a copy of the repository, without the build before it. */
export async function startDevProcess(copy: string, format = "json"): Promise<DevProcess> {
  const path = (name: string) => JSON.stringify(join(copy, "scripts/src/dev", name));
  const program = `
    import { startDev } from ${path("dev.ts")};
    import { reporter } from ${path("reporter.ts")};
    const dev = await startDev({ docs: 0, mock: 0 }, reporter("${format}", console.log));
    console.log(JSON.stringify({ event: "serves", docs: dev.docs, mock: dev.mock }));
    process.once("SIGINT", () => void dev.close().then(() => process.exit(0)));
  `;
  const temporary = join(copy, `tmp-${format}`);
  mkdirSync(temporary, { recursive: true });
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program], {
    cwd: join(copy, "scripts"),
    // TMPDIR on Unix, TEMP on Windows.
    env: { ...process.env, NO_COLOR: "1", TMPDIR: temporary, TEMP: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const events = () =>
    text
      .split("\n")
      .filter((line) => line.startsWith("{") && line.endsWith("}"))
      .map((line) => JSON.parse(line) as DevEvent & { docs: string; mock: string });
  const found = <T>(look: () => T | undefined) =>
    vi.waitUntil(
      () => {
        if (child.exitCode !== null) throw new Error(`The loop ended:\n${text}`);
        return look();
      },
      { timeout: longestWait, interval: 20 },
    ) as Promise<T>;
  const { docs, mock } = await found(() => events().find((it) => `${it.event}` === "serves"));
  return {
    docs,
    mock,
    child,
    temporary,
    output: () => text,
    events,
    event: (from, fits) => found(() => events().slice(from).find(fits)),
    async stop(signal = "SIGINT") {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, "exit");
      child.kill(signal);
      return (await ended)[0] as number | null;
    },
  };
}
