/**
 * What kind of built-in object a value is: `"Blob"`, `"Uint8Array"`. Not by `instanceof`, since a test environment such
 * as jsdom has classes of its own beside those of Node.
 */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether a value is a Blob or a File. */
export function isBlob(value: unknown): value is Blob {
  return value instanceof Blob || /^(?:Blob|File)$/.test(kindOf(value));
}

export function isBytes(value: unknown): value is Uint8Array {
  return kindOf(value) === "Uint8Array";
}
