import type { RequestListener } from "node:http";
import { type Listening, listen } from "@image-apis/http-contract/server";
import { apiNames, loadDocument, loadExchanges } from "@image-apis/spec";
import { type AccessOptions, readAccess } from "../control/access.ts";
import { isControl } from "../control/control.ts";
import { newMockContext } from "../mock-context.ts";
import { refusalOptions, respondToControl } from "../mock-listener.ts";
import { mockApis } from "../prism/mock-operation.ts";
import { certificate, type TlsOptions } from "../tls/certificate.ts";
import { forward } from "./forward.ts";
import { keptConnections } from "./kept-connections.ts";
import { targetAddress } from "./target-address.ts";
import { patience } from "./target-response.ts";
import { type TrustOptions, targetTrust } from "./trust.ts";

export interface ProxyOptions extends AccessOptions, TlsOptions, TrustOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to listen on; `127.0.0.1` by default. */
  host?: string;
  /** The server of the real API: its origin, and a path before those of the documents where it has one; no user, query or fragment. */
  target: string;
  /** Whether an exchange that breaks a rule is answered with 502; `false` by default. */
  fail?: boolean;
  /** How long the target may be silent, in milliseconds; two minutes by default. Then the response is 504. */
  timeLimit?: number;
}

/**
 * Forwards calls to a real server and holds them against the documents. `/__mock` is that of the mock.
 *
 * @throws PortTakenError where something else listens on the port; an Error for a target that is not an address, or has parts that would not be used.
 */
export async function startProxy(options: ProxyOptions): Promise<Listening> {
  const { port, host = "127.0.0.1", fail = false, timeLimit = patience } = options;
  const target = targetAddress(options.target);
  const trust = targetTrust(options, target);
  const kept = keptConnections(target);
  const tls = await certificate(options, host);
  const access = readAccess(options, host);
  const apis = apiNames().map((name) => ({
    name,
    document: loadDocument(name),
    exchanges: loadExchanges(name),
  }));
  const context = newMockContext(await mockApis(apis), { access });
  const listener: RequestListener = (request, response) => {
    if (isControl(request)) void respondToControl(context, request, response);
    else void forward(context, { target, fail, timeLimit, kept, trust }, request, response);
  };
  const listening = await listen(listener, {
    port,
    host,
    ...(tls && { tls }),
    ...refusalOptions(context),
  });
  return {
    ...listening,
    async close() {
      await listening.close();
      kept.destroy();
    },
  };
}
