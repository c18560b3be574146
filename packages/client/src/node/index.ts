export { type FileFromPathOptions, type FileOnDisk, fileFromPath } from "./file-from-path.ts";
export { md5Hex } from "./md5-hex.ts";
