import requests

response = requests.delete(
    "http://127.0.0.1:4010/api/v1/Person/123/Image",
    auth=("demo-user", "demo-password"),
)
response.raise_for_status()
