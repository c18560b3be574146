/** What Linux alone says of a process. */
import { readFileSync } from "node:fs";

/** Memory in MB: what it has now (`VmRSS`), or the most it ever had (`VmHWM`). */
export function memory(pid: number, kind: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kilobytes] = new RegExp(`${kind}:\\s+(\\d+)`).exec(status) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** The processor time that it has used, in hundredths of a second. */
export function processorTime(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "");
  const [user = 0, system = 0] = afterName.split(" ").slice(11, 13).map(Number);
  return user + system;
}

/** Of a process, what it started, what that started, and so on: the last. */
export function lastDescendant(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  const last = children.split(" ").at(-1);
  return last ? lastDescendant(Number(last)) : pid;
}
