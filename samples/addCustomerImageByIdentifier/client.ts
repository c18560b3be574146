import { basicAuth, createCapillaryClient } from "@image-apis/client/capillary";
import { fileFromPath } from "@image-apis/client/node";

// Leave out baseUrl to reach the vendor. The password is the MD5 hex digest of the till's password.
const capillary = createCapillaryClient({
  baseUrl: "http://127.0.0.1:4010",
  auth: basicAuth({ username: "demo-user", passwordMd5: "demo-password" }),
});

const added = await capillary.addCustomerImageByIdentifier({
  source: "INSTORE",
  identifierName: "mobile",
  identifierValue: "910000000000",
  files: [
    await fileFromPath("spec/fixtures/front.png"),
    await fileFromPath("spec/fixtures/side.png"),
  ],
});
console.log(added.data);
