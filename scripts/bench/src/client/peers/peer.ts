/** What every client in the comparison does, each in its own way. */
export interface Peer {
  deleteImages(customerId: number, imageIds: number[]): Promise<unknown>;
  /** Uploads files from disk. */
  addImages(customerId: number, paths: string[]): Promise<unknown>;
  /** Uploads files that are in memory; only of those that are compared in that. */
  addBytes?(customerId: number, files: Uint8Array<ArrayBuffer>[]): Promise<unknown>;
}

/** A module of this folder. */
export interface PeerModule {
  createPeer(baseUrl: string): Peer;
}
