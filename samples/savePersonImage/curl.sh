curl --fail-with-body --request PUT 'http://127.0.0.1:4010/api/v1/Person/123/Image' \
  --user 'demo-user:demo-password' \
  --header 'Content-Type: image/jpeg' \
  --data-binary '@spec/fixtures/portrait.jpg'
