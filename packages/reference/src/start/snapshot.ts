import type { ContractOperation } from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import type { capillary } from "@image-apis/types";
import { customerFiles } from "../handlers/capillary/customer-file.ts";
import { rewardsFiles } from "../handlers/capillary/rewards-file.ts";
import type { ReferenceContext } from "../handlers/context.ts";
import { timesOf } from "../handlers/times.ts";
import type { Contents } from "../memory/memory-store.ts";
import type { Customer, PersonImage, RewardsFile } from "../store/records.ts";
import { describedApi } from "./described.ts";
import { shownCustomerFile } from "./shown-file.ts";

/** What a store holds, without bytes, for people to read: files are written as the documents write them. */
export function snapshot(
  { customers, rewardsFiles: files, persons }: Contents,
  operations: readonly ContractOperation[],
  { organisation }: Pick<ReferenceContext, "organisation"> = {},
): Record<"customers" | "files" | "persons", Json> {
  const api = describedApi<capillary.operations>("capillary", operations);
  const times = timesOf("capillary", operations);
  const shownImage = shownCustomerFile(api);
  const shownFile = api.uploadRewardsFile?.shown().file;
  const image = shownImage && customerFiles(shownImage, times, organisation);
  const file = shownFile && rewardsFiles(shownFile, times, organisation);
  const imagesOf = ({ id, images }: Customer) =>
    images.map((it, index) => ({ ...image?.write(id, it, index) }));
  const fileOf = ({ name, version, upload }: RewardsFile) => ({
    ...(upload && file?.write(name, version, upload)),
    name,
    version,
  });
  return {
    customers: customers.map((customer) => ({
      id: Number(customer.id),
      identifiers: customer.identifiers,
      images: imagesOf(customer),
    })),
    files: files.map(fileOf),
    persons: persons.map(({ id, image: its }) => ({
      id: Number(id),
      image: its === undefined ? null : imageOf(its),
    })),
  };
}

function imageOf({ blobId, file, created, updated }: PersonImage): Json {
  return {
    blobId,
    mediaType: file.mediaType,
    bytes: file.size,
    sha256: file.sha256,
    created: created.toISOString(),
    updated: updated.toISOString(),
  };
}
