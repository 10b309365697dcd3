// Named checks in the order in which they are written. A check that the later ones stand on ("step") ends the run when
// it fails, and those not reached count as failed; one that stands alone ("aside") doesn't stop the others.
import { setTimeout as pause } from "node:timers/promises";

const planned = [];

export const step = (name, run) => planned.push({ name, run, isNeeded: true });
export const aside = (name, run) => planned.push({ name, run, isNeeded: false });

export async function runChecks() {
  let passed = 0;
  let failed = 0;
  for (const { name, run, isNeeded } of planned) {
    const began = performance.now();
    try {
      await run();
      passed++;
      console.log(`ok      ${name} (${Math.round(performance.now() - began)} ms)`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${name}`);
      console.log(explain(error));
      if (isNeeded) break;
    }
  }
  const notReached = planned.length - passed - failed;
  if (notReached > 0) console.log(`not reached: ${notReached} checks`);
  return { passed, failed: failed + notReached };
}

function explain(error) {
  const said = error?.data ? `\n${JSON.stringify(error.data, null, 2)}` : "";
  return `${error?.stack ?? error}${said}`.replace(/^/gm, "        ");
}

// Asks until the answer is neither null nor false; the limit is an error that says what was waited for.
export async function until(what, ask, limitMs = 30_000) {
  const end = Date.now() + limitMs;
  for (let waitMs = 20; ; waitMs = Math.min(waitMs * 2, 500)) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${limitMs / 1000} s in vain: ${what}`);
    await pause(waitMs);
  }
}
