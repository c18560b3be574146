/** What the name of a stored customer image looks like, `100737/565039505/0`. No page of the vendor says what it means. */
export interface CustomerImageName {
  orgId: number;
  /** A bigint where a number would not be exact; both are what the client's methods take. */
  customerId: number | bigint;
  /**
   * Probably the index of the image. Do not delete by it: take the position of the image in the list of `getCustomer`,
   * and delete nothing where the two differ.
   */
  imageIndex: number;
}

/**
 * Reads the name of a stored customer image.
 * @throws TypeError When it has another form.
 */
export function customerImageName(name: string): CustomerImageName {
  const [, org, customer, index] = /^(\d+)\/(\d+)\/(\d+)$/.exec(name) ?? [];
  const orgId = Number(org);
  const imageIndex = Number(index);
  if (customer === undefined || !Number.isSafeInteger(orgId) || !Number.isSafeInteger(imageIndex)) {
    throw new TypeError(
      `${JSON.stringify(name)} is not the name of a customer image, {orgId}/{customerId}/{imageIndex}.`,
    );
  }
  const exact = Number.isSafeInteger(Number(customer));
  return { orgId, customerId: exact ? Number(customer) : BigInt(customer), imageIndex };
}
