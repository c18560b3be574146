const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;
const query = new URLSearchParams({ embed: "CUSTOMERIMAGE", source: "INSTORE" });

const response = await fetch(`http://127.0.0.1:4010/v2/customers/565039505?${query}`, {
  headers: { Authorization: authorization },
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
const customer = (await response.json()) as { customerImage: unknown[] };
console.log(customer.customerImage);
