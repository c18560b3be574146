/** What the operations of the documents do, over a store. */
export { type Explanation, type Told, UndocumentedError } from "./documented/explanation.ts";
export { capillaryOperations } from "./handlers/capillary/capillary.ts";
export type { CapillaryContext } from "./handlers/capillary/context.ts";
export type { IssueToken, ReferenceContext } from "./handlers/context.ts";
export type {
  CallContext,
  Documented,
  ReferenceOperation,
  ReferenceOperations,
  ReferenceResponse,
} from "./handlers/handler.ts";
export type { SuperofficeContext } from "./handlers/superoffice/context.ts";
export { notAppliedHeader } from "./handlers/superoffice/get-person-image.ts";
export { superofficeOperations } from "./handlers/superoffice/superoffice.ts";
export { type MemoryBounds, memoryBounds } from "./memory/bounds.ts";
export { MemoryBytes } from "./memory/memory-bytes.ts";
export { type Contents, MemoryStore } from "./memory/memory-store.ts";
export { type AnyResponse, type ServedOperation, servedOperation } from "./reference.ts";
export {
  type CustomerSeed,
  maxSeedBytes,
  type PersonSeed,
  type RewardsFileSeed,
  readSeed,
  requireSeed,
  type Seed,
} from "./start/seed.ts";
export type { SeedImage } from "./start/seed-image.ts";
export { seedOf } from "./start/seed-of.ts";
export { snapshot } from "./start/snapshot.ts";
export { type StartOptions, startContents } from "./start/start.ts";
export { type FileKind, type StoredBytes, type StoredFile, StoreFullError } from "./store/files.ts";
export type * from "./store/records.ts";
export type { Rows, Store, WritableRows } from "./store/store.ts";
