import { fileFromPath } from "@image-apis/client/node";
import { basicAuth, createSuperOfficeClient } from "@image-apis/client/superoffice";

// Online give `tenant` instead of baseUrl, and soTicket() with appToken(), or bearer(), instead of basicAuth().
const superoffice = createSuperOfficeClient({
  baseUrl: "http://127.0.0.1:4010",
  auth: basicAuth({ username: "demo-user", password: "demo-password" }),
});

const portrait = await fileFromPath("spec/fixtures/portrait.jpg");
const blobId = await superoffice.savePersonImage({ personId: 123, image: portrait });
console.log(blobId);
