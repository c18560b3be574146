import type { components, operations } from "@image-apis/types/superoffice";
import type {
  DeletePersonImageOptions,
  GetPersonImageInfoOptions,
  GetPersonImageOptions,
  SavePersonImageOptions,
} from "./options.ts";

type Schemas = components["schemas"];

/** What each operation takes and brings. */
interface Methods {
  savePersonImage(options: SavePersonImageOptions): Promise<Schemas["ImageBlobId"]>;
  getPersonImage(options: GetPersonImageOptions): Promise<Blob>;
  deletePersonImage(options: DeletePersonImageOptions): Promise<void>;
  getPersonImageInfo(options: GetPersonImageInfoOptions): Promise<Schemas["ImageInfo"]>;
}

/**
 * One method per operation. Over the keys of `operations`, so that the document's words come along as hover text and
 * an operation without a method does not compile.
 */
export type SuperOfficeOperations = { [Id in keyof operations]: Methods[Id] };
