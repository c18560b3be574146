/**
 * A request that is plain in all but its address. It has no type of its own: who uses it says which it is to be, since
 * this package may depend on none that is tested with it.
 */
export const plainRequest = {
  api: "pictures",
  operationId: "addPicture",
  exchange: "one",
  method: "POST",
  basic: undefined,
  headers: [],
  body: undefined,
  isListed: false,
  success: { kind: "json" as const },
  isRefused: false,
  failures: [],
  client: undefined,
};

/** What is easily lost between a program and its language. */
export const awkward = [
  `it's "quoted" \\ and \\"both\\"`,
  "$HOME $(date) `date` $\u007bx}",
  "100% & | < > ; , # {a} [b]",
  "‘curly’ “quotes” – ümlaut 图 🖼",
  "ends with \\",
];
