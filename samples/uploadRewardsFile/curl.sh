# The body is the file itself. Without a Content-Type curl would claim to send a web form.
curl --fail-with-body 'http://127.0.0.1:4010/api_gateway/file-service/rewards/test.png' \
  --user 'demo-user:demo-password' \
  --header 'Content-Type: image/png' \
  --data-binary '@spec/fixtures/tiny.png'
