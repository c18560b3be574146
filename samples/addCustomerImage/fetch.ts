import { readFile } from "node:fs/promises";

const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;
const form = new FormData();
const bytes = await readFile("spec/fixtures/front.png");
form.append("file", new File([bytes], "front.png", { type: "image/png" }));

// No Content-Type of your own: fetch writes it with the boundary of the form.
const response = await fetch("http://127.0.0.1:4010/v2/customers/565039505/setImage", {
  method: "POST",
  headers: { Authorization: authorization },
  body: form,
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
const answer = (await response.json()) as { data: unknown; errors?: unknown[] };
// A refusal may arrive with status 200.
if (answer.errors?.length) throw new Error(JSON.stringify(answer.errors));
console.log(answer.data);
