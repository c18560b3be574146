/** What every store must do, for any test runner: each case throws where a store does something else. */
import type { StoreCase } from "./case.ts";
import { fileCases } from "./files.ts";
import { rowCases } from "./rows.ts";
import { transactionCases } from "./transactions.ts";

export type { OpenedStore, StoreCase } from "./case.ts";

export const storeCases: readonly StoreCase[] = [...rowCases, ...transactionCases, ...fileCases];
