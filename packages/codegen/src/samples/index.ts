export { sampleAddress, sampleFiles, sampleRequest } from "./from-exchange.ts";
export { curlLine } from "./languages/curl-line.ts";
export { type LanguageId, type SampleLanguage, sampleLanguages } from "./languages.ts";
export type * from "./request.ts";
export { type Sample, type SampleSet, sampleSet, samplesOf } from "./sample-set.ts";
export { shownFirst } from "./shown-first.ts";
