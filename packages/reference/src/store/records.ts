import type { StoredFile } from "./files.ts";

/** A customer with the images, whose positions are their indexes. */
export interface Customer {
  /** In decimal digits: an int64, which a number does not hold exactly. */
  readonly id: string;
  /** By name of the identifier, as `identifierName` has it. */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly images: readonly CustomerImage[];
  /** Whether the images are samples of the documents, which give way to the first upload. */
  readonly hasSamples: boolean;
}

export interface CustomerImage {
  /** A UUID. */
  readonly handle: string;
  /** A path that no other file has. */
  readonly token: string;
  readonly version: number;
  readonly modified: Date;
  /** In bytes. */
  readonly size: number;
  /** `undefined` for a sample, of which only the size is known. */
  readonly file: StoredFile | undefined;
}

/** A file of the file service, in its latest version. */
export interface RewardsFile {
  readonly name: string;
  /** 1 for the first upload of the name. */
  readonly version: number;
  /** `undefined` for a file of which only the version is known. */
  readonly upload: RewardsUpload | undefined;
}

export interface RewardsUpload {
  /** A UUID. */
  readonly handle: string;
  /** A path that no other file has. */
  readonly token: string;
  readonly mediaType: string;
  readonly modified: Date;
  /** `undefined` for a placeholder. */
  readonly file: StoredFile | undefined;
}

export interface Person {
  /** In decimal digits. */
  readonly id: string;
  readonly image: PersonImage | undefined;
}

export interface PersonImage {
  /** No two saves have the same. */
  readonly blobId: number;
  readonly created: Date;
  readonly updated: Date;
  readonly file: StoredFile;
}
