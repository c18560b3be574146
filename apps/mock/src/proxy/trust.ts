import { rootCertificates } from "node:tls";
import { readPem } from "../tls/certificate.ts";

/** Whose certificates a proxy trusts. */
export interface TrustOptions {
  /** The path of certificates in PEM that are trusted beside those of Node, for example those of a company. */
  ca?: string;
  /** Whether the target may show any certificate; `false` by default. Credentials may then reach anybody. */
  insecure?: boolean;
}

/** The same for one connection. */
export interface Trust {
  ca?: string[];
  rejectUnauthorized?: boolean;
}

/** @throws Error for certificates that cannot be read, and for a target without TLS. */
export function targetTrust({ ca, insecure = false }: TrustOptions, target: URL): Trust {
  if (ca === undefined && !insecure) return {};
  if (target.protocol !== "https:") {
    throw new Error(
      `--ca and --insecure are for a target with https; this one is ${target.origin}.`,
    );
  }
  if (insecure) return { rejectUnauthorized: false };
  const own = ca === undefined ? "" : readPem("--ca", ca);
  if (!own.includes("-----BEGIN CERTIFICATE-----")) {
    throw new Error(`--ca: ${ca} has no certificate in PEM ("-----BEGIN CERTIFICATE-----").`);
  }
  return { ca: [...rootCertificates, own] };
}
