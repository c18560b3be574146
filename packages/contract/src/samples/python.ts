import { spawnSync } from "node:child_process";
import { programHost } from "./program-host.ts";
import type { Redirection, Runner } from "./runner.ts";

/** Runs Python programs in one Python; what `requests` sends to `asks` arrives at `answered`. */
export async function startPython({
  asks,
  answered,
}: Redirection): Promise<Runner | { missing: string }> {
  if (!hasPython()) return { missing: "python3 with the package requests" };
  return programHost("python3", ["-c", host], {
    IMAGE_APIS_PROGRAMS: JSON.stringify({ asks: place(asks), answered: place(answered) }),
    NO_PROXY: "*",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONUTF8: "1",
  });
}

/** Whether this machine has what the samples in Python need. */
export function hasPython(): boolean {
  return spawnSync("python3", ["-c", "import requests"]).status === 0;
}

function place(address: string): [host: string, port: number] {
  const { hostname, port } = new URL(address);
  return [hostname, Number(port)];
}

/** What this one Python runs. */
const host = `
import contextlib, io, json, os, runpy, sys, traceback
from urllib3.util import connection

places = json.loads(os.environ["IMAGE_APIS_PROGRAMS"])
connect = connection.create_connection


def redirected(address, *args, **options):
    place = places["answered"] if list(address) == places["asks"] else address
    return connect(tuple(place), *args, **options)


connection.create_connection = redirected


def run(file, folder):
    os.chdir(folder)
    code = 0
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        try:
            runpy.run_path(file, run_name="__main__")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
        except BaseException:
            traceback.print_exc()
            code = 1
    return {"exitCode": code, "stdout": out.getvalue(), "stderr": err.getvalue()}


for line in sys.stdin:
    program = json.loads(line)
    os.write(3, (json.dumps(run(program["file"], program["folder"])) + "\\n").encode())
`;
