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

/** The memory that it has now, in MB. */
export function memory(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** The processes that it started, and those that they started, in that order. */
export function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  const own = children.trim().split(" ").filter(Boolean).map(Number);
  return own.flatMap((child) => [child, ...descendants(child)]);
}
