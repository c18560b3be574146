import requests

response = requests.get(
    "http://127.0.0.1:4010/api/v1/Person/123/Image",
    auth=("demo-user", "demo-password"),
    headers={"Accept": "image/png"},
)
response.raise_for_status()
with open("person.png", "wb") as file:
    file.write(response.content)
