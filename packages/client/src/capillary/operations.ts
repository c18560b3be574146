import type { components, operations } from "@image-apis/types/capillary";
import type {
  AddCustomerImageByIdentifierOptions,
  AddCustomerImageOptions,
  DeleteCustomerImageOptions,
  GenerateTokenOptions,
  GetCustomerOptions,
  UploadRewardsFileOptions,
} from "./options.ts";

type Schemas = components["schemas"];

/** What each operation takes and brings. */
interface Methods {
  addCustomerImage(options: AddCustomerImageOptions): Promise<Schemas["CustomerImagesAdded"]>;
  addCustomerImageByIdentifier(
    options: AddCustomerImageByIdentifierOptions,
  ): Promise<Schemas["CustomerImagesAdded"]>;
  deleteCustomerImage(
    options: DeleteCustomerImageOptions,
  ): Promise<Schemas["CustomerImagesDeleted"]>;
  getCustomer(options: GetCustomerOptions): Promise<Schemas["Customer"]>;
  uploadRewardsFile(options: UploadRewardsFileOptions): Promise<Schemas["RewardsFileStored"]>;
  generateToken(options: GenerateTokenOptions): Promise<Schemas["TokenResponse"]>;
}

/**
 * One method per operation. Over the keys of `operations`, so that the document's words come along as hover text and
 * an operation without a method does not compile.
 */
export type CapillaryOperations = { [Id in keyof operations]: Methods[Id] };
