# A list is the parameter repeated. List the images first: an index is a position, not an id.
curl --fail-with-body --request DELETE \
  'http://127.0.0.1:4010/v2/customers/564703420/deleteImage?image_ids=0&image_ids=2' \
  --user 'demo-user:demo-password'
