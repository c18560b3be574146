import type { Database } from "../database/database.ts";
import { callScope } from "../listening/call-scope.ts";

/** Writes down who changed what, in the transaction of the change. */
export function writeAudit(database: Database, changes: readonly string[]): void {
  const { principal = "server", operation = "start", requestId = "" } = callScope.getStore() ?? {};
  for (const subject of changes) {
    database.run(
      "insert into audit (at, principal, action, subject, request_id) values (?, ?, ?, ?, ?)",
      Date.now(),
      principal,
      operation,
      subject,
      requestId,
    );
  }
}
