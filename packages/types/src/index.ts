export type * from "./documented.ts";
export * from "./generated/index.ts";
export type { StreamedFile, Uploadable, UploadableList } from "./uploadable.ts";
