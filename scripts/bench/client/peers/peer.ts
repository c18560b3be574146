/** What an upload is asked for, beside its files. */
export interface Job {
  signal: AbortSignal;
  onProgress(sent: number): void;
}

/** A module of this folder: what every client in the comparison does, each in its own way. */
export interface Peer {
  /** @param baseUrl Where every call goes. */
  connect(baseUrl: string): Connected;
  /**
   * Uploads with progress, retries and timeouts. What a client lacks of that, `repeated.ts` adds as its users would.
   *
   * @returns What the server responded with.
   */
  upload(baseUrl: string, customerId: number, files: File[], job: Job): Promise<unknown>;
}

/** The calls that are timed. */
export interface Connected {
  deleteImages(customerId: number, imageIds: number[]): Promise<unknown>;
  /** Uploads files from disk. */
  addImages(customerId: number, paths: string[]): Promise<unknown>;
  /** Uploads files from memory; undefined for a client that is not compared in that. */
  addBytes?(customerId: number, files: Uint8Array<ArrayBuffer>[]): Promise<unknown>;
}
