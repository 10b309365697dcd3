// Runs the scripts one after the other, each with a server of its own, and adds up what they say.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { unreachable } from "./unreachable.mjs";

const scripts = ["month.mjs", "surface.mjs"];
let [passed, failed] = [0, 0];
const [met, declared] = [new Set(), new Set()];
for (const script of scripts) {
  // What one script leaves behind must not be counted by the other: each has a database of its own.
  const database = process.env[script === "surface.mjs" ? "JEONGSAN_SECOND_DATABASE" : "JEONGSAN_DATABASE"];
  const env = { ...process.env, ...(database && { JEONGSAN_DATABASE: database }) };
  const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], { env, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  process.stdout.write(`== ${script}\n${stdout}`);
  const said = [...stdout.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  passed += Number(said?.[1] ?? 0);
  failed += said ? Number(said[2]) : 1;
  if (status !== 0 && said?.[2] === "0") failed++;
  for (const [, told] of stdout.matchAll(/^types (\{.*\})$/gm)) {
    const types = JSON.parse(told);
    types.met.forEach((type) => met.add(type));
    types.declared.forEach((type) => declared.add(type));
  }
}

// Every error type that the document declares was met by one script or another, or is stated with the reason why it can't be.
const neverMet = [...declared].filter((type) => !met.has(type) && !(type in unreachable)).sort();
const metAfterAll = Object.keys(unreachable).filter((type) => met.has(type));
const unknown = Object.keys(unreachable).filter((type) => !declared.has(type));
const isEveryTypeMet = declared.size > 100 && neverMet.length + metAfterAll.length + unknown.length === 0;
console.log(`${isEveryTypeMet ? "ok      " : "FAILED  "}every declared error type was met (${declared.size - Object.keys(unreachable).length} of ${declared.size}; the others are stated with their reasons)`);
if (!isEveryTypeMet) console.log(JSON.stringify({ neverMet, metAfterAll, unknown }, null, 2));
isEveryTypeMet ? passed++ : failed++;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
