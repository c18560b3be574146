// What a client team writes. It is compiled by every supported TypeScript and run by Node, from the packed package.
import {
  basicAuth,
  createCapillaryClient,
  createSuperOfficeClient,
  LimitError,
} from "@image-apis/client";
import { createCapillaryClient as alone, oauthToken } from "@image-apis/client/capillary";
import { customerImagesAdded, hasExpired, type SignedLink } from "@image-apis/client/conversions";
import { fileFromPath, md5Hex } from "@image-apis/client/node";
import { soTicket } from "@image-apis/client/superoffice";
import { assertValid, validate } from "@image-apis/client/validate";

const body = {
  data: [
    {
      code: 200,
      file: {
        acl: "PRIVATE",
        fileSize: "18039",
        fileHandle: "01a24b35-f1fa-4dc3-bbce-ab9bc5094e2c",
        lastModified: "2025-04-21 03:01:43",
        latestVersion: -1,
        name: "100737/565039505/0",
        namespace: "customerImage",
        s3Token: "customerImage/100737/565039505/389fff57-1ed3-4bbb-96e0-6a541c8d20d1",
        version: -1,
      },
      message: "Successfully uploaded file",
      status: "true" as const,
    },
  ],
  warnings: [],
  errors: [],
};
const fetch = async () => Response.json(body);

const capillary = createCapillaryClient({
  host: "eu.api.capillarytech.com",
  auth: basicAuth({ username: "till", passwordMd5: md5Hex("demo-password") }),
  fetch,
});
const bytes = new Uint8Array(10_240);
bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const image = new File([bytes], "front.png", { type: "image/png" });

const added = await capillary.addCustomerImage({ customerId: 565039505, files: [image] });
const name: string | undefined = added.data[0]?.file.name;
if (name !== "100737/565039505/0") throw new Error(`The image is called ${name}.`);

const converted = customerImagesAdded(added, { zone: "+05:30" });
const size: number | undefined = converted.data[0]?.file.fileSize;
const modified: Date | undefined = converted.data[0]?.file.lastModified;
if (size !== 18039 || modified?.toISOString() !== "2025-04-20T21:31:43.000Z") {
  throw new Error(`${size} bytes of ${modified}.`);
}

assertValid("addCustomerImage", 200, added);
if (validate("addCustomerImage", 200, {}).length !== 3) throw new Error("No problem was found.");

const small = new File([new Uint8Array(1)], "tiny.png", { type: "image/png" });
const missing: unknown = await fileFromPath("missing.png").catch((error: unknown) => error);
if (!(missing instanceof TypeError)) throw new Error(`A file that is not there: ${missing}.`);

const refused: unknown = await capillary
  .addCustomerImage({ customerId: 1, files: [small] })
  .catch((error: unknown) => error);
if (!(refused instanceof LimitError) || refused.code !== 8083) throw new Error(`Sent: ${refused}.`);

const expired: (link: SignedLink) => boolean = hasExpired;
const superoffice = createSuperOfficeClient({
  tenant: "Cust12345",
  auth: soTicket("7T:demo"),
  fetch,
});
const tokens = alone({ auth: oauthToken(() => "demo-token") });
void [expired, superoffice, tokens];

export const misspelt = () => [
  // @ts-expect-error A misspelt option does not compile.
  capillary.addCustomerImage({ customerId: 1, file: [image] }),
  // @ts-expect-error Nor does the other vendor's authentication.
  createCapillaryClient({ auth: soTicket("7T:demo") }),
];
console.log("used");
