import { readFile } from "node:fs/promises";

const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;

// The body is the file itself, not a form.
const response = await fetch("http://127.0.0.1:4010/api_gateway/file-service/rewards/test.png", {
  method: "POST",
  headers: { Authorization: authorization, "Content-Type": "image/png" },
  body: await readFile("spec/fixtures/tiny.png"),
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(await response.json());
