/**
 * One call of every kind, made by every runtime. What they saw is returned; the server knows what arrived.
 *
 * @param packages The entries of the client.
 * @param baseUrl The server.
 * @param bytes An image.
 * @param second The same image as another kind of file.
 */
exports.calls = async function calls({ client, conversions, validate }, baseUrl, bytes, second) {
  const { createCapillaryClient, createSuperOfficeClient } = client;
  const capillary = createCapillaryClient({ baseUrl });
  const superoffice = createSuperOfficeClient({ baseUrl });
  const name = `a "b"; ${new TextDecoder().decode(new Uint8Array([0xc3, 0xa9]))}.png`;
  const inMemory = new File([bytes], name, { type: "image/png" });
  const progress = [];

  const added = await capillary.addCustomerImage({
    customerId: 565039505,
    files: [inMemory, second],
    onProgress: (it) => progress.push(it),
  });
  await capillary.deleteCustomerImage({ customerId: 565039505, imageIds: [0, 2] });
  const blobId = await superoffice.savePersonImage({ personId: 123, image: new Uint8Array(bytes) });
  const raw = await superoffice.raw.PUT("/api/v1/Person/{personId}/Image", {
    params: { path: { personId: 123 } },
    body: { file: inMemory },
  });

  const seen = async (call) => {
    const error = await call.then(
      () => undefined,
      (thrown) => thrown,
    );
    return { name: error?.name, code: error?.code, status: error?.status };
  };
  const tiny = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], "t.png", { type: "image/png" });
  const chunk = new Uint8Array(bytes);
  const stream = () => new Blob([chunk]).stream();
  const short = { stream, size: chunk.length + 1, name: "short.png", type: "image/png" };
  const aborted = new AbortController();
  aborted.abort();
  const last = progress.at(-1);
  return {
    converted: conversions.customerImagesAdded(added),
    progress: [progress.length > 1, last.loaded === last.total],
    blobId,
    raw: raw.data,
    problems: validate.validate("savePersonImage", 200, "167").length,
    refused: await seen(capillary.addCustomerImage({ customerId: 1, files: [tiny] })),
    short: await seen(superoffice.savePersonImage({ personId: 123, image: short })),
    vendor: await seen(capillary.deleteCustomerImage({ customerId: 8015, imageIds: [0] })),
    redirected: await seen(
      capillary.getCustomer({ customerId: 307, source: "INSTORE", maxRetries: 0 }),
    ),
    aborted: await seen(
      capillary.getCustomer({ customerId: 1, source: "INSTORE", signal: aborted.signal }),
    ),
  };
};
