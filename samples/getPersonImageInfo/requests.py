import requests

response = requests.get(
    "http://127.0.0.1:4010/api/v1/Person/123/ImageInfo",
    auth=("demo-user", "demo-password"),
)
response.raise_for_status()
print(response.json())
