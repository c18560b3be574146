import { readFile } from "node:fs/promises";

const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;

// The body is the image itself, with its own media type.
const response = await fetch("http://127.0.0.1:4010/api/v1/Person/123/Image", {
  method: "PUT",
  headers: { Authorization: authorization, "Content-Type": "image/jpeg" },
  body: await readFile("spec/fixtures/portrait.jpg"),
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(await response.json());
