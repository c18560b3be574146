/** How far an attempt to send a body has come, in bytes; the framing of a form counts. A retry starts again. */
export interface Progress {
  loaded: number;
  total: number;
}

/** Told of every piece of a body that was handed to the network. */
export type OnProgress = (progress: Progress) => void;
