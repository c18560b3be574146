export * from "./capillary/index.ts";
export * from "./superoffice/index.ts";
