import { writeFile } from "node:fs/promises";

const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;

const response = await fetch("http://127.0.0.1:4010/api/v1/Person/123/Image", {
  headers: { Authorization: authorization, Accept: "image/png" },
});
// A person without an image is 404.
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
await writeFile("person.png", await response.bytes());
