/** A server that does what the image APIs describe. */
export { type Account, type Accounts, type Role, roles } from "./identity/accounts.ts";
export { type NewToken, type TokenKind, type Tokens, tokenKinds } from "./identity/tokens.ts";
export { type LogLevel, logLevels } from "./listening/log.ts";
export { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";
