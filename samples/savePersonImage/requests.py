import requests

with open("spec/fixtures/portrait.jpg", "rb") as portrait:
    response = requests.put(
        "http://127.0.0.1:4010/api/v1/Person/123/Image",
        auth=("demo-user", "demo-password"),
        headers={"Content-Type": "image/jpeg"},
        data=portrait,
    )
response.raise_for_status()
print(response.json())
