import requests

response = requests.post(
    "http://127.0.0.1:4010/v3/oauth/token/generate",
    json={"key": "demo-key", "secret": "demo-secret"},
)
response.raise_for_status()
print(response.json()["data"]["ttlSeconds"])
