import type { components, ErrorCode, operations } from "@image-apis/types/superoffice";
import type { ApiPromise } from "../call/api-promise.ts";
import type {
  DeletePersonImageOptions,
  GetPersonImageInfoOptions,
  GetPersonImageOptions,
  SavePersonImageOptions,
} from "./options.ts";

type Schemas = components["schemas"];

type Call<Id extends keyof operations, Data> = ApiPromise<Data, ErrorCode<Id> & number>;

/** What each operation takes and brings. */
interface Methods {
  savePersonImage(options: SavePersonImageOptions): Call<"savePersonImage", Schemas["ImageBlobId"]>;
  getPersonImage(options: GetPersonImageOptions): Call<"getPersonImage", Blob>;
  deletePersonImage(options: DeletePersonImageOptions): Call<"deletePersonImage", void>;
  getPersonImageInfo(
    options: GetPersonImageInfoOptions,
  ): Call<"getPersonImageInfo", Schemas["ImageInfo"]>;
}

/**
 * One method per operation. Over the keys of `operations`, so that the document's words come along as hover text and
 * an operation without a method does not compile.
 */
export type SuperOfficeOperations = { [Id in keyof operations]: Methods[Id] };
