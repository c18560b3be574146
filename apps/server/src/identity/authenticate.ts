import { timingSafeEqual } from "node:crypto";
import {
  type Authenticate,
  broughtCredentials,
  Problem,
  type RoutedCall,
  requireCredentials,
} from "@image-apis/http-contract";
import { callScope } from "../listening/call-scope.ts";
import type { Account, Accounts } from "./accounts.ts";
import type { Logins } from "./logins.ts";
import { hashSecret, md5Form } from "./password.ts";
import type { TokenKind, Tokens } from "./tokens.ts";

/** What credentials are checked with. */
export interface Identity {
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly logins: Logins;
}

type Check = (
  secret: string,
  identity: Identity,
  brought: ReadonlyMap<string, string>,
) => Promise<Account | undefined> | Account | undefined;

/** By API and security scheme, how its credentials are checked. One that is not here lets nobody in. */
const checks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  capillary: {
    Basic: (secret, identity) => login(identity, secret, (md5) => md5.toLowerCase()),
    OAuth: token("oauth"),
  },
  superoffice: {
    Basic: (secret, identity) => login(identity, secret, md5Form),
    SOTicket: token("ticket"),
    Bearer: token("bearer"),
    AppToken: token("app"),
    SessionCookie: (secret, { accounts, tokens }, brought) => {
      const found = tokens.find("session", secret);
      const xsrf = hashSecret(brought.get("XsrfToken") ?? "");
      if (found?.companion === undefined || !isSame(found.companion, xsrf)) return undefined;
      return accounts.find(found.account);
    },
    // It proves nothing alone; the session checks it.
    XsrfToken: (_, identity, brought) => {
      const session = brought.get("SessionCookie") ?? "";
      return checks.superoffice?.SessionCookie?.(session, identity, brought);
    },
  },
};

/** Lets in whoever brings right credentials of one documented alternative, and only to what the role allows. */
export function authenticator(identity: Identity): Authenticate {
  return async (call) => {
    const { operation } = call.operation;
    const scope = callScope.getStore();
    if (scope !== undefined) scope.operation = operation.operationId;
    const principal = await requireCredentials(call);
    if (operation.security.length === 0) return principal;
    const account = await accountOf(call, identity);
    if (account === undefined) throw wrongCredentials(call);
    if (account.role === "read" && operation.method !== "get") {
      throw new Problem(
        403,
        `${account.name} has the role "read", which changes nothing. Use an account with the role "write".`,
      );
    }
    if (scope !== undefined) scope.principal = account.name;
    return { ...principal, account: account.name };
  };
}

/** What is brought together is checked together: a wrong application token spoils a right ticket. */
async function accountOf(call: RoutedCall, identity: Identity): Promise<Account | undefined> {
  const { api, operation } = call.operation;
  const brought = broughtCredentials(call);
  const whole = operation.security
    .map((alternative) => Object.keys(alternative))
    .filter((names) => names.every((name) => brought.has(name)))
    .sort((a, b) => b.length - a.length);
  const largest = whole.filter(
    (names) =>
      !whole.some((it) => it.length > names.length && names.every((name) => it.includes(name))),
  );
  for (const names of largest) {
    const found = await Promise.all(
      names.map((name) => checks[api]?.[name]?.(brought.get(name) ?? "", identity, brought)),
    );
    if (found.every((it) => it !== undefined)) return found[0];
  }
  return undefined;
}

function wrongCredentials(call: RoutedCall): Problem {
  // Without headers, none of the credentials is brought: that tells what is accepted.
  try {
    requireCredentials({ ...call, headers: {}, query: new URLSearchParams() });
  } catch (error) {
    if (error instanceof Problem) {
      const { headers } = error.answer();
      return new Problem(
        401,
        "The credentials are wrong or have expired. Check the user and the form of the password, or get a new token.",
        { headers: { "WWW-Authenticate": headers["WWW-Authenticate"] } },
      );
    }
    throw error;
  }
  return new Problem(401, "The credentials are wrong.");
}

async function login(
  { logins }: Identity,
  userAndPassword: string,
  md5Of: (password: string) => string,
): Promise<Account | undefined> {
  const colon = userAndPassword.indexOf(":");
  const password = userAndPassword.slice(colon + 1);
  const address = callScope.getStore()?.address ?? "";
  return logins.account(userAndPassword.slice(0, colon), md5Of(password), address);
}

function token(kind: TokenKind): Check {
  return (secret, { accounts, tokens }) => {
    const found = tokens.find(kind, secret);
    return found && accounts.find(found.account);
  };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
