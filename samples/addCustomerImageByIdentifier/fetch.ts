import { readFile } from "node:fs/promises";

const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;
const form = new FormData();
for (const name of ["front.png", "side.png"]) {
  const bytes = await readFile(`spec/fixtures/${name}`);
  form.append("file", new File([bytes], name, { type: "image/png" }));
}
const query = new URLSearchParams({
  source: "INSTORE",
  identifierName: "mobile",
  identifierValue: "910000000000",
});

const response = await fetch(`http://127.0.0.1:4010/v2/customers/lookup/setImage?${query}`, {
  method: "POST",
  headers: { Authorization: authorization },
  body: form,
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
const answer = (await response.json()) as { data: unknown; errors?: unknown[] };
if (answer.errors?.length) throw new Error(JSON.stringify(answer.errors));
console.log(answer.data);
