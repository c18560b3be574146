import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { Problem } from "@image-apis/http-contract";

/** As OWASP asks for with 16 MiB of memory: 2^14 × 8 × 5. */
const cost: ScryptOptions = { N: 16_384, r: 8, p: 5 };
const keyBytes = 32;

/** The form in which one API sends a password and the other one does not: MD5, in hex. Only its scrypt hash is kept. */
export function md5Form(password: string): string {
  return createHash("md5").update(password, "utf8").digest("hex");
}

/** A text that tells right passwords from wrong ones and does not hold the password. */
export async function hashPassword(md5: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(md5, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join(
    "$",
  );
}

/** Whether a password in its MD5 form is the one of a hash. */
export async function isPassword(md5: string, hash: string): Promise<boolean> {
  const [, n, r, p, salt = "", key = ""] = hash.split("$");
  const expected = Buffer.from(key, "base64");
  const found = await derive(md5, Buffer.from(salt, "base64"), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(expected, found);
}

/** A password that nobody guesses. */
export function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** How a secret that nobody can guess is kept: it needs no salt, and no slow hash. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** One after the other: each takes 16 MiB and a core, and whoever sends wrong passwords must not get all of them. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const mostWaiting = 32;

/** @throws Problem 503 where so many wait that the last one would wait for long. */
function derive(md5: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  if (waiting >= mostWaiting) {
    throw new Problem(503, "Too many logins at once. Try again in a few seconds.", {
      headers: { "Retry-After": "5" },
    });
  }
  waiting += 1;
  const derived = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(md5, salt, keyBytes, options, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );
  last = derived
    .catch(() => undefined)
    .finally(() => {
      waiting -= 1;
    });
  return derived;
}
