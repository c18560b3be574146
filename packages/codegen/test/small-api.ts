import type { OpenApiDocument, Overlay } from "@image-apis/spec";
import { parse } from "yaml";
import { type ApiModel, buildModel, type OperationModel } from "../src/index.ts";

const frame = {
  openapi: "3.1.1",
  info: { title: "Pictures", version: "1.0.0" },
  servers: [{ url: "https://pictures.example" }],
  tags: [],
  components: {},
};

/** The model of a document that is written down to what a test is about. */
export function modelOf(yaml: string, overlay?: string): ApiModel {
  const document = { ...frame, paths: {}, ...parse(yaml) } as OpenApiDocument;
  const actions = overlay === undefined ? undefined : parse(overlay);
  return buildModel({
    api: "pictures",
    document,
    overlay:
      actions && ({ overlay: "1.1.0", info: { title: "", version: "" }, actions } as Overlay),
  });
}

/** The model of one operation, `POST /pictures` unless the text says otherwise; a 204 is its answer by default. */
export function operationOf(yaml: string, components = "{}"): OperationModel {
  const operation = {
    operationId: "addPicture",
    summary: "",
    description: "",
    tags: [],
    responses: { "204": { description: "Done." } },
    ...parse(yaml),
  };
  const paths = JSON.stringify({ "/pictures": { post: operation } });
  const [model] = modelOf(
    `paths: ${paths}\ncomponents: ${JSON.stringify(parse(components))}`,
  ).operations;
  if (model === undefined) throw new Error("There is no operation.");
  return model;
}
