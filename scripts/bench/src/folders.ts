import { fileURLToPath } from "node:url";

/** The folder of the benchmarks. */
export const benchFolder = fileURLToPath(new URL("..", import.meta.url));

/** The root of the repository. */
export const repositoryRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** The benchmark of the mock: its peers have a lock file of their own. */
export const mockFolder = fileURLToPath(new URL("../mock", import.meta.url));

/** The benchmark of the documentation site, likewise. */
export const docsFolder = fileURLToPath(new URL("../docs", import.meta.url));
