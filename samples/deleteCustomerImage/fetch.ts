const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;
// A list is the parameter repeated: image_ids=0&image_ids=2
const query = new URLSearchParams([
  ["image_ids", "0"],
  ["image_ids", "2"],
]);

const response = await fetch(`http://127.0.0.1:4010/v2/customers/564703420/deleteImage?${query}`, {
  method: "DELETE",
  headers: { Authorization: authorization },
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(await response.json());
