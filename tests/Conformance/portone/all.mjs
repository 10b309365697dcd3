// Runs the scripts one after the other, each with a server of its own, and adds up what they say.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const scripts = ["month.mjs", "surface.mjs"];
let [passed, failed] = [0, 0];
for (const script of scripts) {
  const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  process.stdout.write(`== ${script}\n${stdout}`);
  const said = [...stdout.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  passed += Number(said?.[1] ?? 0);
  failed += said ? Number(said[2]) : 1;
  if (status !== 0 && said?.[2] === "0") failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
