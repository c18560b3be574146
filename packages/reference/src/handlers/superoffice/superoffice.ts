import type { ReferenceOperations } from "../handler.ts";
import type { Operations, SuperofficeContext } from "./context.ts";
import { deletePersonImage } from "./delete-person-image.ts";
import { getPersonImage } from "./get-person-image.ts";
import { getPersonImageInfo } from "./get-person-image-info.ts";
import { savePersonImage } from "./save-person-image.ts";

/** What the operations of `superoffice` do. */
export const superofficeOperations: ReferenceOperations<Operations, SuperofficeContext> = {
  savePersonImage,
  getPersonImage,
  getPersonImageInfo,
  deletePersonImage,
};
