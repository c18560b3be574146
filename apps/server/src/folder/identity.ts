import { Accounts } from "../identity/accounts.ts";
import { Tokens } from "../identity/tokens.ts";
import type { DataFolder } from "./data-folder.ts";

/** Who may call, as a data folder has it. */
export interface Administration {
  readonly accounts: Accounts;
  readonly tokens: Tokens;
}

/** The accounts and tokens of an open folder; a server that runs takes over every change at once. */
export function administration(folder: DataFolder): Administration {
  return { accounts: new Accounts(folder), tokens: new Tokens(folder) };
}
