import {
  apiNames,
  loadDocument,
  loadEvidence,
  loadExchanges,
  loadOverlay,
  loadRefusals,
} from "@image-apis/spec";
import { type ApiSources, buildModel } from "./build.ts";
import type { ApiModel } from "./model.ts";

/** What an API of this repository is made of, as `@image-apis/spec` was built. */
export function loadSources(api: string): ApiSources {
  return {
    api,
    document: loadDocument(api),
    overlay: loadOverlay(api),
    evidence: loadEvidence(api),
    exchanges: loadExchanges(api),
    refusals: loadRefusals(api),
  };
}

/** The model of an API of this repository. Throws as `buildModel` does. */
export function loadModel(api: string): ApiModel {
  return buildModel(loadSources(api));
}

/** The models of all APIs, in the order of redocly.yaml. */
export function loadModels(): ApiModel[] {
  return apiNames().map(loadModel);
}
