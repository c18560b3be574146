import { basicAuth, createCapillaryClient } from "@image-apis/client/capillary";

// Leave out baseUrl to reach the vendor. The password is the MD5 hex digest of the till's password.
const capillary = createCapillaryClient({
  baseUrl: "http://127.0.0.1:4010",
  auth: basicAuth({ username: "demo-user", passwordMd5: "demo-password" }),
});

const customer = await capillary.getCustomer({
  customerId: 565039505,
  source: "INSTORE",
  embed: "CUSTOMERIMAGE",
});
console.log(customer.customerImage);
