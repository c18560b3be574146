import { createCapillaryClient } from "@image-apis/client/capillary";

// Leave out baseUrl to reach the vendor.
const capillary = createCapillaryClient({ baseUrl: "http://127.0.0.1:4010" });

const token = await capillary.generateToken({
  key: "demo-key",
  secret: "demo-secret",
});
console.log(token.data.ttlSeconds);
