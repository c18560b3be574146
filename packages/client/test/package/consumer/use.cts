/** What a CommonJS project does with the package. */
import { ApiError, createCapillaryClient, type Middleware } from "@image-apis/client/capillary";
import { customerImageName } from "@image-apis/client/conversions";
import { fileFromPath } from "@image-apis/client/node";
import { createSuperOfficeClient } from "@image-apis/client/superoffice";
import { validate } from "@image-apis/client/validate";

const answered: Middleware = async () => Response.json({ data: [], warnings: [], errors: [] });
const capillary = createCapillaryClient({ middleware: answered });
const superoffice = createSuperOfficeClient({ tenant: "Cust12345", middleware: answered });

async function main() {
  const added = await capillary
    .addCustomerImage({ customerId: 1n, files: [new Uint8Array(0)] })
    .result();
  // @ts-expect-error A misspelt option does not compile here either.
  await capillary.getCustomer({ customerID: 1, source: "INSTORE" }).catch(() => {});
  const { data } = await superoffice.raw.GET("/api/v1/Person/{personId}/ImageInfo", {
    params: { path: { personId: 1 } },
  });
  const file = await fileFromPath(__filename);
  const isUsed =
    added.error instanceof ApiError &&
    data !== undefined &&
    file.size > 0 &&
    customerImageName("1/2/3").imageIndex === 3 &&
    validate("savePersonImage", 200, "167").length === 1;
  console.log(isUsed ? "used" : "broken");
}

main();
