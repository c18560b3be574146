/** What every client in the comparison does, each in its own way. */
export interface Peer {
  deleteImages(customerId: number, imageIds: number[]): Promise<unknown>;
  /** Uploads files from disk. */
  addImages(customerId: number, paths: string[]): Promise<unknown>;
}

/** A module of this folder. */
export interface PeerModule {
  createPeer(baseUrl: string): Peer;
}
