import type { components } from "@image-apis/types/capillary";
import type { With } from "./conversion.ts";
import type { SignedLink } from "./signed-link.ts";

type Wire = components["schemas"];

export type CustomerImageFile = With<
  Wire["CustomerImageFile"],
  { fileSize: number; lastModified: Date }
>;
export type CustomerImageResult = With<
  Wire["CustomerImageResult"],
  { file: CustomerImageFile; status: boolean }
>;
export type CustomerImagesAdded = With<
  Wire["CustomerImagesAdded"],
  { data: CustomerImageResult[] }
>;
export type CustomerImageDeletion = With<Wire["CustomerImageDeletion"], { status: boolean }>;
export type CustomerImagesDeleted = With<
  Wire["CustomerImagesDeleted"],
  { data: CustomerImageDeletion[] }
>;
export type CustomerImage = With<
  Wire["CustomerImage"],
  {
    file: CustomerImageFile;
    filePath: SignedLink;
    secureFilePath: SignedLink;
    status: boolean;
  }
>;
export type Customer = With<Wire["Customer"], { customerImage: CustomerImage[] }>;
export type RewardsFile = With<Wire["RewardsFile"], { fileSize: number; last_modified: Date }>;
export type RewardsFileStored = With<
  Wire["RewardsFileStored"],
  { file: RewardsFile; secureFilePath: SignedLink; status: boolean }
>;
