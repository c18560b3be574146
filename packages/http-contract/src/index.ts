export {
  type BodyCondition,
  bodyConditions,
  isBodyCondition,
} from "./conditions/body-conditions.ts";
export {
  type ParameterConditions,
  parameterConditions,
} from "./conditions/parameter-conditions.ts";
export { imageHeadSize, imageType } from "./image-type.ts";
export {
  type BrokenLimit,
  brokenFileCounts,
  brokenFileLimits,
  type MeasuredFile,
} from "./limits.ts";
export {
  declaredFor,
  documentedMediaType,
  essence,
  isIn,
  isJson,
  isXml,
  mediaTypeOf,
} from "./media-type.ts";
