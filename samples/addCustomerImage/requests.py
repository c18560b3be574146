import requests

with open("spec/fixtures/front.png", "rb") as front:
    response = requests.post(
        "http://127.0.0.1:4010/v2/customers/565039505/setImage",
        auth=("demo-user", "demo-password"),
        files=[("file", ("front.png", front, "image/png"))],
    )
response.raise_for_status()
body = response.json()
if body.get("errors"):  # a refusal may arrive with status 200
    raise RuntimeError(body["errors"])
print(body["data"])
