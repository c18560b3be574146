/** The same integer however it is written: `007` is `7`. */
export function canonical(id: string): string {
  return /^-?\d+$/.test(id) ? String(BigInt(id)) : id;
}
