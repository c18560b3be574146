/** What Linux alone says of a process. */
import { readFileSync } from "node:fs";

/** The most memory it ever had, in MB. */
export function peakMemory(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** The processor time that it has used, in hundredths of a second. */
export function processorTime(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return Number(afterName[11]) + Number(afterName[12]);
}
