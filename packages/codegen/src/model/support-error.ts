/** Something of a document that code cannot be generated for: what, where in the bundle, and what to do. */
export class SupportError extends Error {
  /** A JSON pointer into the bundle. */
  readonly pointer: string;
  /** The API, which whoever knows it fills in. */
  api = "";

  constructor(pointer: string, message: string) {
    super(message);
    this.name = "SupportError";
    this.pointer = pointer;
  }
}
