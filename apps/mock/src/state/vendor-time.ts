const offset = 5.5 * 60 * 60 * 1000;

/** `YYYY-MM-DD HH:mm:ss` without a zone, five and a half hours ahead of UTC as in the vendor's samples. */
export function vendorTime(time: Date): string {
  return new Date(time.getTime() + offset).toISOString().slice(0, 19).replace("T", " ");
}
