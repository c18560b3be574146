import { expect, test } from "vitest";
import { withBrowser } from "./site.ts";
import { visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const visitNext = visitsInTurn(browser, site);

/** What readers type, and the page or place they mean. */
const questions: [words: string, place: string][] = [
  ["8084", "errors/8084/"],
  ["8083", "errors/8083/"],
  ["8078", "errors/8078/"],
  ["8015", "errors/8015/"],
  ["error 8016", "errors/8016/"],
  ["savePersonImage", "ref/savePersonImage/"],
  ["savepersonimage", "ref/savePersonImage/"],
  ["getCustomer", "ref/getCustomer/"],
  ["deleteCustomerImage", "ref/deleteCustomerImage/"],
  ["generateToken", "ref/generateToken/"],
  ["getPersonImageInfo", "ref/getPersonImageInfo/"],
  ["uploadRewardsFile", "ref/uploadRewardsFile/"],
  ["image_ids", "ref/deleteCustomerImage/#parameter-image_ids"],
  ["identifierName", "ref/addCustomerImageByIdentifier/#parameter-identifierName"],
  ["413", "guides/uploading/#limits"],
  ["401", "guides/authentication/#when-it-fails"],
  ["429", "guides/errors-and-retries/"],
  ["503", "guides/errors-and-retries/"],
  ["csharp", "ref/addCustomerImage/#samples"],
  ["c#", "ref/addCustomerImage/#samples"],
  ["python", "ref/addCustomerImage/#samples"],
  ["powershell", "ref/addCustomerImage/#samples"],
  ["md5", "guides/authentication/#basic"],
  ["MD5 password", "guides/authentication/#basic"],
  ["oauth", "ref/generateToken/"],
  ["bearer", "guides/authentication/#oauth"],
  ["cors", "guides/proxies-and-certificates/#browsers"],
  ["proxy", "guides/proxies-and-certificates/"],
  ["self-signed", "guides/proxies-and-certificates/"],
  ["jest", "guides/testing-against-the-mock/#without-a-server"],
  ["msw", "guides/testing-against-the-mock/#without-a-server"],
  ["prism", "guides/testing-against-the-mock/"],
  ["retry", "guides/errors-and-retries/"],
  ["quickstart", "guides/quickstart/"],
  ["install", "guides/quickstart/"],
  ["authentication", "guides/authentication/"],
  ["athentication", "guides/authentication/"],
  ["placeholder", "guides/versions-and-placeholders/"],
  ["conformance", "guides/checking-your-own-server/"],
  ["delete by index", "ref/deleteCustomerImage/"],
  ["race", "guides/deleting-by-index/"],
  ["multipart", "guides/uploading/"],
  ["boundary", "guides/uploading/"],
  ["person not found", "errors/person-not-found/"],
  ["proxys certificates", "guides/proxies-and-certificates/"],
  ["quikstart", "guides/quickstart/"],
];

test("the first hit is what a reader means", async () => {
  const { page, close } = await visitNext("/");
  await page.keyboard.press("/");
  const box = page.getByRole("searchbox");
  const firsts: [string, string | undefined][] = [];
  for (const [words] of questions) {
    await box.fill(words);
    await expect.poll(() => page.locator(".search").getAttribute("data-for")).toBe(words);
    const [first] = await page
      .locator(".search-results a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    firsts.push([words, first?.replace(`${site()}/`, "")]);
  }
  await close();
  expect(firsts).toEqual(questions);
  expect(questions.length).toBeGreaterThanOrEqual(40);
});

test("a hit shows the words around what was looked for", async () => {
  const { page, close } = await visitNext("/");
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("boundary");
  const marked = page.locator(".search-results .excerpt mark").first();
  await marked.waitFor();
  expect((await marked.textContent())?.toLowerCase()).toBe("boundary");
  await close();
});
