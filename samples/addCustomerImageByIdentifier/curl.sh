curl --fail-with-body 'http://127.0.0.1:4010/v2/customers/lookup/setImage?source=INSTORE&identifierName=mobile&identifierValue=910000000000' \
  --user 'demo-user:demo-password' \
  --form 'file=@spec/fixtures/front.png;type=image/png' \
  --form 'file=@spec/fixtures/side.png;type=image/png'
