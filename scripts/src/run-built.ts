/**
 * `node scripts/src/run-built.ts <folder of a package> <script> [arguments]`: builds the package and what it needs,
 * then runs the script. Turbo never sees the arguments: with others it would build everything again, and it stands
 * neither before the terminal nor before the exit code.
 */
import { runHere } from "./run-here.ts";
import { turbo } from "./turbo.ts";

const [folder = "", script = "", ...args] = process.argv.slice(2);
const build = `run build --filter=./${folder} --output-logs=errors-only --log-prefix=none`;
const exit = await turbo(build, "1>&2");
if (exit === 0) await runHere(folder, script, args);
else process.exitCode = exit;
