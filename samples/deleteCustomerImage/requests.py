import requests

response = requests.delete(
    "http://127.0.0.1:4010/v2/customers/564703420/deleteImage",
    auth=("demo-user", "demo-password"),
    params=[("image_ids", 0), ("image_ids", 2)],
)
response.raise_for_status()
print(response.json())
