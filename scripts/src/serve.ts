import { curlLine, loadModel, sampleAddress, sampleRequest } from "@image-apis/codegen";
import { serveDocs } from "@image-apis/docs";
import { startMock } from "@image-apis/mock";

/** A demo: the exchange whose curl line is printed. */
const shown = { api: "capillary", id: "capillary/addCustomerImage/one-file" };

/** Serves docs and mock, prints where, and ends both on Ctrl+C. */
export async function serve(ports: { docs: number; mock: number }): Promise<void> {
  const mock = await startMock({ port: ports.mock });
  const docs = await serveDocs({ port: ports.docs, mockUrl: mock.url });
  await responds(`${mock.url}/__mock/health`);
  await responds(`${docs.url}/`);

  console.log(`\n  docs  ${docs.url}\n  mock  ${mock.url}\n\nUpload an image:\n`);
  console.log(`  ${uploadLine(mock.url)}\n\nCtrl+C ends both.`);

  const stop = async () => {
    await Promise.all([mock.close(), docs.close()]);
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
}

function uploadLine(server: string): string {
  const model = loadModel(shown.api);
  for (const operation of model.operations) {
    const exchange = operation.exchanges.find(({ id }) => id === shown.id);
    if (exchange === undefined) continue;
    const request = sampleRequest(model, operation, exchange);
    return curlLine({ ...request, url: request.url.replace(sampleAddress, server) });
  }
  throw new Error(`There is no exchange ${shown.id}: choose another one in scripts/src/serve.ts.`);
}

async function responds(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} responds with ${response.status}.`);
  await response.body?.cancel();
}
