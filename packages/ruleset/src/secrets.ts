import { reviewedFakes } from "./vocabulary.ts";

/** Something in a text that looks like a secret. */
export interface Secret {
  /** What it looks like, for example `a signed web token`. */
  kind: string;
  /** Where it starts in the text. */
  index: number;
}

interface Shape {
  kind: string;
  /** Finds a candidate; the first group, where there is one, is the secret itself. */
  pattern: RegExp;
  /** Whether a candidate is one after all. */
  holds?(candidate: string): boolean;
}

const shapes: Shape[] = [
  {
    kind: "Basic credentials",
    pattern: /\bBasic\s+([A-Za-z0-9+/_-]{4,}={0,2})/gi,
    holds: isCredentials,
  },
  {
    kind: "Basic credentials",
    pattern: /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{12,}={0,2}/g,
    holds: isCredentials,
  },
  { kind: "a user and a password", pattern: /\bhttps?:\/\/([^\s:/@]+:[^\s/@]+)@/g },
  {
    kind: "a user and a password",
    pattern: /(?<![\w-])(?:-u|--user)[\s=]+["']?([^\s:"'`]+:[^\s"'`]+)/g,
  },
  { kind: "a cookie", pattern: /\b(?:set-)?cookie["']?:\s*["']?[\w.-]+=([^;\s"']+)/gi },
  {
    kind: "a cookie",
    pattern: /\b(?:_cfuvid|__cf_bm|JSESSIONID|PHPSESSID|connect\.sid)=([^;\s"']+)/g,
  },
  {
    kind: "a key of Amazon Web Services",
    pattern: /\b(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{12,}\b/g,
  },
  {
    kind: "part of a signed address",
    pattern:
      /\b(?:X-Amz-(?:Signature|Security-Token|Credential)|X-Goog-(?:Signature|Credential))=([^&\s"'`)]+)/gi,
  },
  {
    kind: "part of a signed address",
    pattern: /[?&](?:signature|sig|token|access_token|api_?key)=([^&\s"'`)]{6,})/gi,
  },
  { kind: "a signed web token", pattern: /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g },
  {
    kind: "an access token or a ticket",
    pattern: /\bauthorization["']?:\s*["']?(?!basic\b)[A-Za-z]+\s+([\w.~+/=:-]{6,})/gi,
  },
  {
    kind: "an access token or a ticket",
    pattern: /\bBearer\s+([\w.~+/=:-]{8,})/g,
    holds: (candidate) => /\d/.test(candidate),
  },
  { kind: "an access token or a ticket", pattern: /\b\d[A-Z]:[\w.+/=-]{12,}/g },
  { kind: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/g },
  { kind: "a digest or a signature", pattern: /(?<![\w-])[0-9a-f]{32,}(?![\w-])/gi },
  {
    kind: "a long random value",
    pattern: /(?<![\w+=-])[\w+=-]{40,}/g,
    holds: (candidate) =>
      [/[a-z]/g, /[A-Z]/g, /\d/g].every((class_) => (candidate.match(class_) ?? []).length >= 4),
  },
  { kind: "a personal path", pattern: /(?:\/Users|\/home|\b[A-Z]:\\Users)[/\\]([\w.-]+)/g },
];

/** Finds what looks like a secret in a text, in its order, but for the reviewed fake values. */
export function findSecrets(text: string): Secret[] {
  const found: Secret[] = [];
  for (const { kind, pattern, holds } of shapes) {
    for (const match of text.matchAll(pattern)) {
      const candidate = match[1] ?? match[0];
      if (isReviewed(candidate) || holds?.(candidate) === false) continue;
      found.push({ kind, index: match.index });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** What a finding says about a secret; never the secret itself. */
export function secretMessage(kind: string): string {
  return `This looks like ${kind}. Write an obviously made-up value from the list of reviewed fakes.`;
}

/** Whether a value is one of the reviewed fakes. */
export function isReviewed(value: string): boolean {
  return Object.hasOwn(reviewedFakes, value);
}

/** The `user:password` behind a Basic value, or `undefined` where there is none. */
export function decodeCredentials(value: string): string | undefined {
  const text = Buffer.from(value, "base64").toString("latin1");
  // A brace starts JSON, the header of a web token.
  return /^[\x21-\x7a][\x21-\x7e]*:[\x21-\x7e]+$/.test(text) ? text : undefined;
}

function isCredentials(candidate: string): boolean {
  const credentials = decodeCredentials(candidate);
  return credentials !== undefined && !isReviewed(credentials);
}
