curl --fail-with-body 'http://127.0.0.1:4010/api/v1/Person/123/ImageInfo' \
  --user 'demo-user:demo-password'
