curl --fail-with-body 'http://127.0.0.1:4010/v3/oauth/token/generate' \
  --header 'Content-Type: application/json' \
  --data '{"key":"demo-key","secret":"demo-secret"}'
