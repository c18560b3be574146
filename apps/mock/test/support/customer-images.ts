/** What the tests read of an image that a customer has. */
export interface Item {
  file: {
    name: string;
    fileSize: string;
    fileHandle: string;
    lastModified: string;
    s3Token: string;
  };
  filePath: string;
}

export function nameAndSize({ file }: Item): [string, string] {
  return [file.name, file.fileSize];
}
