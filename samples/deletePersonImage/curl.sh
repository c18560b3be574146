curl --fail-with-body --request DELETE 'http://127.0.0.1:4010/api/v1/Person/123/Image' \
  --user 'demo-user:demo-password'
