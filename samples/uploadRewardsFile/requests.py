import requests

with open("spec/fixtures/tiny.png", "rb") as file:
    response = requests.post(
        "http://127.0.0.1:4010/api_gateway/file-service/rewards/test.png",
        auth=("demo-user", "demo-password"),
        headers={"Content-Type": "image/png"},
        data=file,
    )
response.raise_for_status()
print(response.json())
