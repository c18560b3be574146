# curl writes the Content-Type itself, with the boundary of the form.
curl --fail-with-body 'http://127.0.0.1:4010/v2/customers/565039505/setImage' \
  --user 'demo-user:demo-password' \
  --form 'file=@spec/fixtures/front.png;type=image/png'
