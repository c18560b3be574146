import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { createSecureContext } from "node:tls";

/** With which certificate a server speaks TLS; without any of these it does not. */
export interface TlsOptions {
  /** Whether it makes a certificate for itself, for its host and this machine; `false` by default. */
  tls?: boolean;
  /** The path of a certificate, or of a chain of them, in PEM. */
  tlsCert?: string;
  /** The path of its private key, in PEM and without a passphrase. */
  tlsKey?: string;
}

/** In PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/**
 * The certificate of a server; `undefined` for one without TLS.
 *
 * @throws Error for half of a pair, for files that cannot be read, and for those that do not fit together.
 */
export async function certificate(
  { tls = false, tlsCert, tlsKey }: TlsOptions,
  host: string,
): Promise<Certificate | undefined> {
  if (tlsCert === undefined && tlsKey === undefined) return tls ? selfMade(host) : undefined;
  if (tls) throw new Error("Use --tls, or --tls-cert with --tls-key, not both.");
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new Error("--tls-cert and --tls-key belong together: name both files.");
  }
  const pair = {
    cert: readPem("--tls-cert", tlsCert),
    key: readPem("--tls-key", tlsKey),
  };
  try {
    createSecureContext(pair);
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`${tlsCert} and ${tlsKey} are not a certificate and its key: ${reason}.`);
  }
  return pair;
}

/** @throws Error that names the option and the file. */
export function readPem(option: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${option}: ${file} cannot be read: ${(error as Error).message}`);
  }
}

async function selfMade(host: string): Promise<Certificate> {
  // Most mocks need no certificate, and a start is mostly loading.
  const { generate } = await import("selfsigned");
  const names = [...new Set(["localhost", "127.0.0.1", "::1", host])];
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: names.map((name) =>
          isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
        ),
      },
    ],
  });
  return { cert, key };
}
