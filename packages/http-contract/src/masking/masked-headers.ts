import type { IncomingHttpHeaders } from "node:http";
import type { ContractOperation } from "../operations/contract-operation.ts";
import { credentialNames, httpSchemes } from "./credential-names.ts";
import { isHost, maskedAddress } from "./masked-address.ts";
import { fullyDecoded, isPlain, isToken } from "./plain-text.ts";
import { shortened } from "./shortened.ts";
import { documentedParameter, shownValue } from "./shown-value.ts";
import { mask, type Withheld } from "./withheld.ts";

/** Standard headers that carry no secret. Whatever is not here and not documented is masked. */
const harmless = new Set(
  `accept accept-charset accept-encoding accept-language access-control-request-headers
   access-control-request-method cache-control connection content-encoding content-language content-length
   content-type date dnt expect if-modified-since if-unmodified-since keep-alive max-forwards pragma prefer priority
   range sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user
   sec-gpc te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent vary via`.split(
    /\s+/,
  ),
);

/** A request's headers; of a credential only the scheme is kept. */
export function maskedHeaders(
  headers: IncomingHttpHeaders,
  served: ContractOperation | undefined,
  withheld: Withheld,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = [value ?? ""].flat().join(", ");
      return [shortened(name), shortened(maskedHeader(name, text, served, withheld))];
    }),
  );
}

function maskedHeader(
  name: string,
  text: string,
  served: ContractOperation | undefined,
  withheld: Withheld,
): string {
  if (name === "authorization" || name === "proxy-authorization") {
    return maskedAuthorization(text, served, withheld);
  }
  if (credentialNames(served, "header").includes(name)) return withheld.hide(text);
  const parameter = documentedParameter(served, "header", name);
  if (served !== undefined && parameter !== undefined) {
    return shownValue(served, parameter, text, text, withheld);
  }
  if (name === "referer" || name === "origin") {
    return withheld.replace(text, maskedAddress(text, withheld));
  }
  if (name === "host") return isHost(text) ? text : withheld.hide(text);
  if (name === "content-length" && /^\d{1,15}$/.test(text)) return text;
  if (!harmless.has(name)) return withheld.hide(text);
  if (shownWhole.has(text)) return text;
  const shown = maskedItems(text, withheld);
  if (shown === text) remember(text);
  return withheld.replace(text, shown);
}

/** Clients send the same few headers again and again. */
const shownWhole = new Set<string>();

function remember(text: string): void {
  if (shownWhole.size >= 200) shownWhole.clear();
  if (text.length < 300) shownWhole.add(text);
}

/** What stands before the credentials is kept where it is a scheme: it might be the credentials. */
function maskedAuthorization(
  text: string,
  served: ContractOperation | undefined,
  withheld: Withheld,
): string {
  const scheme = /^([A-Za-z][\w-]*) /.exec(text)?.[1];
  const isKnown = scheme !== undefined && httpSchemes(served).includes(scheme.toLowerCase());
  withheld.hide(text, ...(isKnown ? [text.slice(scheme.length + 1).trim()] : []));
  return isKnown ? `${scheme} ${mask}` : mask;
}

/** A standard header, item by item: a client can put an address, or a name and a value, into any of them. */
function maskedItems(text: string, withheld: Withheld): string {
  return text
    .split(/([\s,;()]+)/)
    .map((item, at) => (at % 2 === 1 ? item : maskedItem(item, withheld)))
    .join("");
}

function maskedItem(item: string, withheld: Withheld): string {
  const decoded = fullyDecoded(item);
  const address = addressIn(item);
  if (address !== undefined && decoded !== undefined) {
    return `${item.slice(0, address)}${maskedAddress(item.slice(address), withheld)}`;
  }
  const equals = item.indexOf("=");
  const value = item.slice(equals + 1);
  const text = value.replace(/^"(.*)"$/, "$1");
  const isOdd = decoded === undefined || /@|:\/\/|\beyJ/.test(decoded) || decoded.length > 80;
  if (isOdd || (decoded !== item && !isPlain(decoded))) {
    return withheld.hide(item, decoded ?? item, value, text);
  }
  if (equals === -1) return isToken(item) ? item : withheld.hide(item);
  const name = item.slice(0, equals);
  const isShown = text === "" || isPlain(text) || /^[\d.]{1,8}$|^utf-?8$/i.test(text);
  const shown = isShown ? value : withheld.hide(value, text);
  return `${isToken(name) ? name : withheld.hide(name)}=${shown}`;
}

/** Where an address begins within a text. */
function addressIn(text: string): number | undefined {
  let at = text.indexOf("://");
  if (at === -1) return undefined;
  while (at > 0 && /[a-z\d+.-]/i.test(text.charAt(at - 1))) at -= 1;
  while (/[\d+.-]/.test(text.charAt(at))) at += 1;
  return /[a-z]/i.test(text.charAt(at)) ? at : undefined;
}
