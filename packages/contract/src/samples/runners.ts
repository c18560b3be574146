import { startNode } from "./node.ts";
import { startPython } from "./python.ts";
import { startShell } from "./run.ts";
import type { StartRunner } from "./runner.ts";

/** How the languages that are executed are run, by the ends of their files' names. */
export const runners: Readonly<Record<string, StartRunner>> = {
  ".sh": startShell,
  ".ts": startNode,
  ".py": startPython,
};
