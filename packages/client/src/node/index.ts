export { type FileFromPathOptions, fileFromPath } from "./file-from-path.ts";
export { md5Hex } from "./md5-hex.ts";
