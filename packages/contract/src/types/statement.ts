/** One line of TypeScript about an exchange. */
export interface Statement {
  /** What it is about, for example `request body`. */
  what: string;
  /** A value, written as an expression. */
  value: string;
  /** The type it is held against. */
  type: string;
  /** Whether the type is to accept the value or to refuse it. */
  fits: boolean;
}

/** Writes a statement as a line that compiles exactly when the type accepts the value. */
export function line({ value, type }: Statement, index: number): string {
  return `export const statement${index} = ${value} satisfies ${type};`;
}

/** A value that no type of a document may accept: a type that does accepts everything. */
export const alien = "0n";
