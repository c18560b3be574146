export type * from "./documented.ts";
export * from "./generated/index.ts";
export type { HandledRequest, HandledResponse, Handlers } from "./handlers.ts";
export type { StreamedFile, Uploadable, UploadableList } from "./uploadable.ts";
