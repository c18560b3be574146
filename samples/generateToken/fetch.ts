const response = await fetch("http://127.0.0.1:4010/v3/oauth/token/generate", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ key: "demo-key", secret: "demo-secret" }),
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(await response.json());
