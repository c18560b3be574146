/** Another program listens on the port the mock was to take. */
export class PortTakenError extends Error {
  override name = "PortTakenError";
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken. Set MOCK_PORT (or pass --port) to a free one.`);
    this.port = port;
  }
}
