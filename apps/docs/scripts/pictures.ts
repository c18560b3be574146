/** `npm run pictures`: takes the pictures of the README from the built site, into images/. */
import { launchBrowser } from "@image-apis/testing/browser";
import { serveDocs } from "../src/server/index.ts";

const pictures = [
  { file: "operation.png", address: "/ref/addCustomerImage/", colorScheme: "light" },
  { file: "landing-dark.png", address: "/", colorScheme: "dark" },
] as const;

const docs = await serveDocs({ port: 0 });
const browser = await launchBrowser();
try {
  for (const { file, address, colorScheme } of pictures) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
    await page.goto(docs.url + address);
    await page.screenshot({ path: `images/${file}` });
  }
} finally {
  await browser.close();
  await docs.close();
}
