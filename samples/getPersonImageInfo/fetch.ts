const authorization = `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}`;

const response = await fetch("http://127.0.0.1:4010/api/v1/Person/123/ImageInfo", {
  headers: { Authorization: authorization },
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(await response.json());
