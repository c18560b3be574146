/** A documented status as data: a number, or `4XX` and `default` as they are. */
export function statusKey(status: string): number | string {
  return /^\d+$/.test(status) ? Number(status) : status;
}
