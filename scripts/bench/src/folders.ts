import { fileURLToPath } from "node:url";

/** The folder of the benchmarks. */
export const benchFolder = fileURLToPath(new URL("..", import.meta.url));

/** The root of the repository. */
export const repositoryRoot = fileURLToPath(new URL("../../..", import.meta.url));
