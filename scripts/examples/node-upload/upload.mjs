// node upload.mjs <image> [address]: stores an image for a person, and reads back what is known of it.
import { fileFromPath } from "@image-apis/client/node";
import { bearer, createSuperOfficeClient, VendorError } from "@image-apis/client/superoffice";

const [path, baseUrl = "http://127.0.0.1:4010"] = process.argv.slice(2);
if (path === undefined) {
  console.error("Which image? node upload.mjs <image> [address]");
  process.exit(2);
}

// Without baseUrl, `tenant` says which installation of SuperOffice Online is meant.
const superoffice = createSuperOfficeClient({
  baseUrl,
  auth: bearer(process.env.SUPEROFFICE_TOKEN ?? "EXAMPLE"),
});
try {
  const image = await fileFromPath(path);
  const blobId = await superoffice.savePersonImage({ personId: 123, image });
  const stored = await superoffice.getPersonImage({ personId: 123 });
  console.log(`Stored as ${blobId}: ${stored.size} bytes of ${stored.type}`);
} catch (error) {
  // The message says what was wrong and what to do.
  console.error(error instanceof VendorError ? `${error.code}: ${error.message}` : String(error));
  process.exitCode = 1;
}
