/** Another program listens on the port the site was to be served on. */
export class PortTakenError extends Error {
  override name = "PortTakenError";
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken. Set DOCS_PORT (or pass --port) to a free one.`);
    this.port = port;
  }
}
