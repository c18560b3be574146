import { apiNames, loadDocument, loadExchanges, loadOverlay, loadRefusals } from "@image-apis/spec";
import { buildModel } from "./build.ts";
import type { ApiModel } from "./model.ts";

/** The model of an API of this repository, from what `@image-apis/spec` was built to. Throws as `buildModel` does. */
export function loadModel(api: string): ApiModel {
  return buildModel({
    api,
    document: loadDocument(api),
    overlay: loadOverlay(api),
    exchanges: loadExchanges(api),
    refusals: loadRefusals(api),
  });
}

/** The models of all APIs, in the order of redocly.yaml. */
export function loadModels(): ApiModel[] {
  return apiNames().map(loadModel);
}
