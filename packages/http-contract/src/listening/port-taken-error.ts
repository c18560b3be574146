/** Another program listens on the port that a server was to have. A command says by which of its settings to change it. */
export class PortTakenError extends Error {
  override name = "PortTakenError";
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken. Give the number of a free one, or 0 for any.`);
    this.port = port;
  }
}
