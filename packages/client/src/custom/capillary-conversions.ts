import type { components } from "@image-apis/types/capillary";
import { fieldsOf, list } from "./conversion.ts";
import { digits } from "./digits.ts";
import { flag } from "./flag.ts";
import { localTime } from "./local-time.ts";
import { signedLink } from "./signed-link.ts";
import type { Zone } from "./zone.ts";

type Wire = components["schemas"];

const customerImageFile = (zone: Zone) =>
  fieldsOf<Wire["CustomerImageFile"]>()({ fileSize: digits, lastModified: localTime(zone) });

const customerImageResult = (zone: Zone) =>
  fieldsOf<Wire["CustomerImageResult"]>()({ file: customerImageFile(zone), status: flag });

const customerImage = (zone: Zone) =>
  fieldsOf<Wire["CustomerImage"]>()({
    file: customerImageFile(zone),
    filePath: signedLink,
    secureFilePath: signedLink,
    status: flag,
  });

const customerImageDeletion = fieldsOf<Wire["CustomerImageDeletion"]>()({ status: flag });

const rewardsFile = (zone: Zone) =>
  fieldsOf<Wire["RewardsFile"]>()({ fileSize: digits, last_modified: localTime(zone) });

export const customerImagesAdded = (zone: Zone) =>
  fieldsOf<Wire["CustomerImagesAdded"]>()({ data: list(customerImageResult(zone)) });

export const customerImagesDeleted = fieldsOf<Wire["CustomerImagesDeleted"]>()({
  data: list(customerImageDeletion),
});

export const customer = (zone: Zone) =>
  fieldsOf<Wire["Customer"]>()({ customerImage: list(customerImage(zone)) });

export const rewardsFileStored = (zone: Zone) =>
  fieldsOf<Wire["RewardsFileStored"]>()({
    file: rewardsFile(zone),
    secureFilePath: signedLink,
    status: flag,
  });
