/** `npm run contract` draws the grid, `npm run contract -- mutate` changes the documents. */
const [command] = process.argv.slice(2);
if (command === undefined) await import("./contract.ts");
else if (command === "mutate") await import("./mutate.ts");
else {
  console.error(`There is no command "${command}". Leave it out for the grid, or say mutate.`);
  process.exitCode = 2;
}
