/** The check cannot be made at all: a wrong option, or a server that does not respond. The command ends with 2. */
export class CannotRunError extends Error {
  override name = "CannotRunError";
}
