export type * from "./documented.ts";
export * from "./generated/index.ts";
export type { Uploadable } from "./uploadable.ts";
