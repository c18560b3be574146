curl --fail-with-body 'http://127.0.0.1:4010/v2/customers/565039505?embed=CUSTOMERIMAGE&source=INSTORE' \
  --user 'demo-user:demo-password'
