import type { components, ErrorCode, operations } from "@image-apis/types/capillary";
import type { ApiPromise } from "../call/api-promise.ts";
import type {
  AddCustomerImageByIdentifierOptions,
  AddCustomerImageOptions,
  DeleteCustomerImageOptions,
  GenerateTokenOptions,
  GetCustomerOptions,
  UploadRewardsFileOptions,
} from "./options.ts";

type Schemas = components["schemas"];

type Call<Id extends keyof operations, Data> = ApiPromise<Data, ErrorCode<Id> & number>;

/** What each operation takes and brings. */
interface Methods {
  addCustomerImage(
    options: AddCustomerImageOptions,
  ): Call<"addCustomerImage", Schemas["CustomerImagesAdded"]>;
  addCustomerImageByIdentifier(
    options: AddCustomerImageByIdentifierOptions,
  ): Call<"addCustomerImageByIdentifier", Schemas["CustomerImagesAdded"]>;
  deleteCustomerImage(
    options: DeleteCustomerImageOptions,
  ): Call<"deleteCustomerImage", Schemas["CustomerImagesDeleted"]>;
  getCustomer(options: GetCustomerOptions): Call<"getCustomer", Schemas["Customer"]>;
  uploadRewardsFile(
    options: UploadRewardsFileOptions,
  ): Call<"uploadRewardsFile", Schemas["RewardsFileStored"]>;
  generateToken(options: GenerateTokenOptions): Call<"generateToken", Schemas["TokenResponse"]>;
}

/**
 * One method per operation. Over the keys of `operations`, so that the document's words come along as hover text and
 * an operation without a method does not compile.
 */
export type CapillaryOperations = { [Id in keyof operations]: Methods[Id] };
