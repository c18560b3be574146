export { imageHeadSize, imageType } from "./image-type.ts";
