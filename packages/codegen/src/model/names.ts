/** A wire name as the name of an option: `image_ids`, `SO-Language` and `SOTicket` become camelCase; `customerId` stays. */
export function camelCase(name: string): string {
  if (/^[a-z][A-Za-z\d]*$/.test(name)) return name;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
  return words.map((word, index) => (index === 0 ? word : pascalCase(word))).join("");
}

/** The same name with a capital: `addCustomerImage` becomes `AddCustomerImage`. */
export function pascalCase(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
