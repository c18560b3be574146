export { type FileFromPathOptions, type FileOnDisk, fileFromPath } from "./file-from-path.ts";
export {
  type FileFromStream,
  type FileFromStreamOptions,
  fileFromStream,
  type NodeReadable,
} from "./file-from-stream.ts";
export { md5Hex } from "./md5-hex.ts";
