import requests

response = requests.get(
    "http://127.0.0.1:4010/v2/customers/565039505",
    auth=("demo-user", "demo-password"),
    params={"embed": "CUSTOMERIMAGE", "source": "INSTORE"},
)
response.raise_for_status()
print(response.json()["customerImage"])
