import { basicAuth, createCapillaryClient } from "@image-apis/client/capillary";

// Leave out baseUrl to reach the vendor. The password is the MD5 hex digest of the till's password.
const capillary = createCapillaryClient({
  baseUrl: "http://127.0.0.1:4010",
  auth: basicAuth({ username: "demo-user", passwordMd5: "demo-password" }),
});

// List with getCustomer first, and never repeat a delete whose answer you did not see.
const deleted = await capillary.deleteCustomerImage({ customerId: 564703420, imageIds: [0, 2] });
console.log(deleted.data);
