export { type ApiSources, buildModel } from "./model/build.ts";
export { callOptions, credentialArgument, type WireValues } from "./model/call-options.ts";
export { loadModel, loadModels, loadSources } from "./model/load.ts";
export type * from "./model/model.ts";
export { camelCase, pascalCase } from "./model/names.ts";
export { choosesAccept, choosesMediaType, optionNames, valuesOf } from "./model/options.ts";
export { SupportError } from "./model/support-error.ts";
export {
  curlLine,
  type LanguageId,
  type Sample,
  type SampleLanguage,
  type SamplePart,
  type SampleRequest,
  type SampleSet,
  sampleAddress,
  sampleFiles,
  sampleLanguages,
  sampleRequest,
  sampleSet,
  samplesOf,
  shownFirst,
} from "./samples/index.ts";
