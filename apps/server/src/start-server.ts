import { randomUUID } from "node:crypto";
import type { HandledRequest } from "@image-apis/http-contract";
import { Connections, listen } from "@image-apis/http-contract/server";
import type { IssueToken, ReferenceContext } from "@image-apis/reference";
import { signedAddress } from "./addresses/signed-address.ts";
import { SigningKeys } from "./addresses/signing-keys.ts";
import { storeAnswerer } from "./answering/store-answerer.ts";
import type { Database } from "./database/database.ts";
import { documentedApis } from "./documents/compiled.ts";
import { fillWithDocumented } from "./documents/first-contents.ts";
import { writeAudit } from "./folder/audit.ts";
import { type DataFolder, openFolder } from "./folder/data-folder.ts";
import { type Administration, administration } from "./folder/identity.ts";
import { sweep } from "./folder/sweep.ts";
import { authenticator } from "./identity/authenticate.ts";
import { Logins } from "./identity/logins.ts";
import { md5Form } from "./identity/password.ts";
import { callScope } from "./listening/call-scope.ts";
import { type LogLevel, logRequest, newLog } from "./listening/log.ts";
import { serverListener } from "./listening/server-listener.ts";
import { Metrics } from "./metrics/metrics.ts";
import { SqliteStore } from "./store/sqlite-store.ts";

/** How a server is started. */
export interface ServerOptions {
  /** The folder of everything that it keeps; made where it is missing. */
  readonly data: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on; `127.0.0.1` by default. */
  readonly host?: string | undefined;
  /** Where clients reach it, without a slash at the end, for signed addresses; where it listens by default. */
  readonly publicUrl?: string | undefined;
  /** Origins whose pages may call; none by default. */
  readonly corsOrigin?: readonly string[] | undefined;
  /** Starts without the customers and persons of the documents; only the first start asks. */
  readonly empty?: boolean | undefined;
  /** Requests that are worked on at once; 256 by default. */
  readonly maxRequests?: number | undefined;
  /** As many bytes stay free on the disk; 256 MiB by default. */
  readonly floorBytes?: number | undefined;
  /** As long as a signed address is good, in seconds; an hour by default. */
  readonly addressSeconds?: number | undefined;
  /** As long as a token of `generateToken` is good, in seconds; 300 by default. */
  readonly tokenSeconds?: number | undefined;
  /** As long as requests under way may take when it is closed, in milliseconds; 10,000 by default. */
  readonly graceMilliseconds?: number | undefined;
  /** `info` by default. */
  readonly logLevel?: LogLevel | undefined;
}

/** A server that runs. */
export interface RunningServer extends Administration {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** The account that the first start made; `undefined` at every other one. */
  readonly firstAccount: { readonly name: string; readonly password: string } | undefined;
  /** How many files of a process that ended in the middle were removed. */
  readonly swept: number;
  /**
   * Forgets everything that is stored and puts in what the documents show, as a first start does; accounts stay. For
   * tests and demonstrations.
   */
  reset(): Promise<void>;
  /** Lets requests under way end, frees the port and closes the folder. */
  close(): Promise<void>;
}

/**
 * Starts a server over a data folder.
 *
 * @throws Error where the folder is in use; a PortTakenError where the port is.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const folder = await openFolder(options.data, {
    isExclusive: true,
    floorBytes: options.floorBytes,
  });
  try {
    return await serveFolder(folder, options);
  } catch (error) {
    await folder.close();
    throw error;
  }
}

async function serveFolder(folder: DataFolder, options: ServerOptions): Promise<RunningServer> {
  const { writer, reader, files } = folder;
  const swept = await sweep(folder);
  const store = new SqliteStore({ writer, reader, files, onChange: writeAudit });
  const apis = documentedApis();
  const { accounts, tokens } = administration(folder);
  const keys = new SigningKeys(folder);
  const logins = new Logins(accounts);
  const log = newLog(options.logLevel ?? "info");
  const load = { underWay: 0, most: options.maxRequests ?? 256 };
  let url = "";
  const addresses = {
    keys,
    seconds: options.addressSeconds ?? 3600,
    publicUrl: () => options.publicUrl ?? url,
  };
  const issueToken: IssueToken = async ({ key, secret }) => {
    const address = callScope.getStore()?.address ?? "";
    const account = await logins.account(key, md5Form(secret), address);
    if (account === undefined) return undefined;
    const ttlSeconds = options.tokenSeconds ?? 300;
    const { token } = await tokens.issue("oauth", account.name, ttlSeconds);
    return { accessToken: token, ttlSeconds };
  };
  const context: ReferenceContext = {
    store,
    now: () => new Date(),
    newId: () => randomUUID(),
    signedAddress: ({ token }) => signedAddress(addresses, token),
    issueToken,
  };
  const firstAccount = await begin();
  const connections = new Connections();
  const metrics = new Metrics(() => load.underWay);
  const observe = (handled: HandledRequest) => {
    metrics.add(handled);
    logRequest(log, handled);
  };
  const listening = await listen(
    serverListener({
      apis,
      answerer: storeAnswerer(context),
      authenticate: authenticator({ accounts, tokens, logins }),
      files: { reader, pathOf: (key) => files.pathOf(key), addresses },
      pages: {
        logins,
        metrics,
        requireReady: () => requireReady(folder),
        status: () => ({ underWay: load.underWay, ...counts(reader) }),
      },
      connections,
      log,
      origins: new Set(options.corsOrigin),
      load,
    }),
    {
      port: options.port,
      ...(options.host !== undefined && { host: options.host }),
      connections,
      observe,
      readsHead: true,
      graceMilliseconds: options.graceMilliseconds ?? 10_000,
      server: slowClients,
    },
  );
  url = listening.url;
  return {
    url,
    accounts,
    tokens,
    firstAccount,
    swept,
    async reset() {
      await store.clear();
      await fillWithDocumented(store, writer, apis.operations, context);
    },
    async close() {
      await listening.close();
      await folder.close();
    },
  };

  /** Makes what a first start makes; a start that was cut off is made again. */
  async function begin() {
    if (keys.newest() === undefined) await keys.rotate();
    if (accounts.list().length > 0) return undefined;
    if (options.empty !== true) await fillWithDocumented(store, writer, apis.operations, context);
    return { name: "admin", password: await accounts.add("admin", "admin") };
  }
}

/** A head must come in ten seconds; a form of five large files may take fifteen minutes. */
const slowClients = {
  headersTimeout: 10_000,
  requestTimeout: 15 * 60_000,
  connectionsCheckingInterval: 1000,
};

async function requireReady({ reader, files }: DataFolder): Promise<void> {
  reader.one("select 1 from blob limit 1");
  await files.requireRoom();
}

function counts(reader: Database): Record<string, number> {
  const count = (sql: string) => Number(reader.one(sql)?.n);
  return {
    customers: count("select count(*) n from customer"),
    customerImages: count("select count(*) n from customer_image"),
    rewardsFiles: count("select count(*) n from rewards_file"),
    persons: count("select count(*) n from person"),
    files: count("select count(*) n from blob"),
  };
}
