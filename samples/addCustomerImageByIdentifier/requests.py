import requests

with (
    open("spec/fixtures/front.png", "rb") as front,
    open("spec/fixtures/side.png", "rb") as side,
):
    response = requests.post(
        "http://127.0.0.1:4010/v2/customers/lookup/setImage",
        auth=("demo-user", "demo-password"),
        params={
            "source": "INSTORE",
            "identifierName": "mobile",
            "identifierValue": "910000000000",
        },
        files=[
            ("file", ("front.png", front, "image/png")),
            ("file", ("side.png", side, "image/png")),
        ],
    )
response.raise_for_status()
body = response.json()
if body.get("errors"):
    raise RuntimeError(body["errors"])
print(body["data"])
