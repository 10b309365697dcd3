// A client that remembers what was called, what was answered and as what it was refused; the client itself is untouched.
import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { promisify } from "node:util";
import { unreachable } from "./unreachable.mjs";

const run = promisify(execFile);
const folder = fileURLToPath(new URL(".", import.meta.url));
const generated = join(folder, "node_modules/@portone/server-sdk/dist/generated");

// name: of the module of the SDK whose client it is, e.g. "b2b/taxInvoice".
export function recorded(client, name) {
  const calls = [];
  const spy = Object.fromEntries(
    Object.entries(client).map(([method, call]) => [
      method,
      typeof call !== "function" ? call : async (...options) => {
        try {
          const answer = await call(...options);
          calls.push({ method, answer, options: options[0] });
          return answer;
        } catch (error) {
          calls.push({ method, refusal: error?.data?.type });
          throw error;
        }
      },
    ]),
  );
  return { client: spy, name, calls, methods: Object.keys(client).filter((method) => typeof client[method] === "function") };
}

// Every method was answered at least once, not only refused.
export function assertEveryMethodAnswered({ methods, calls }) {
  const answered = new Set(calls.filter(({ refusal }) => !refusal).map(({ method }) => method));
  assert.deepEqual(methods.filter((method) => !answered.has(method)), [], "methods that were never answered");
}

// Every error type that the SDK's methods declare was met, but those that are stated with the reason why they can't be.
export async function assertEveryErrorMet({ name, calls }) {
  const declared = await errorTypesOf(name);
  const met = new Set(calls.map(({ refusal }) => refusal).filter(Boolean));
  const missing = [...declared].filter((type) => !met.has(type) && !(type in unreachable));
  assert.deepEqual(missing, [], "declared errors that were never met");
}

// The names of the errors stand in the client's types; each one's code is in its own file.
async function errorTypesOf(name) {
  const client = await readFile(join(generated, name, "client.d.ts"), "utf8");
  const files = [...client.matchAll(/from "(?:\.\.\/)+generated\/([\w/]+Error)\.js"/g)].map(([, path]) => path);
  const types = await Promise.all(files.map(async (path) => /type: "([A-Z0-9_]+)"/.exec(await readFile(join(generated, `${path}.d.ts`), "utf8"))?.[1]));
  return new Set(types.filter(Boolean));
}

// TypeScript judges whether each answer is what the SDK's types promise, and each request that got one what they ask for. Members that a newer server says beside them are no
// fault, nor are codes that the SDK doesn't know yet: its types leave those open.
export async function assertAnswersFitTypes(records) {
  const lines = [
    "type Loose<T> = T extends string | symbol ? T : T extends (infer Item)[] ? Loose<Item>[] : T extends object ? { [Key in keyof T]: Loose<T[Key]> } & { [more: string]: unknown } : T;",
    "type Options<T, Method extends keyof T> = T[Method] extends (...options: infer Given) => Promise<unknown> ? Loose<Given[0]> : never;",
    "type Answer<T, Method extends keyof T> = T[Method] extends (...options: never[]) => Promise<infer Value> ? Loose<Value> : never;",
  ];
  for (const [index, { name, calls }] of records.entries()) {
    const type = `${name.split("/").at(-1).replace(/^./, (letter) => letter.toUpperCase())}Client`;
    lines.push(`import type { ${type} as Client${index} } from "./node_modules/@portone/server-sdk/dist/generated/${name}/client.js";`);
    for (const [number, { method, answer, options }] of calls.filter(({ refusal, answer }) => !refusal && answer !== undefined).entries()) {
      if (options !== undefined) lines.push(`export const options_${index}_${number}_${method}: Options<Client${index}, "${method}"> = ${JSON.stringify(options)};`);
      lines.push(`export const answer_${index}_${number}_${method}: Answer<Client${index}, "${method}"> = ${JSON.stringify(answer)};`);
    }
  }
  const file = join(folder, `answers-${process.pid}.ts`);
  await writeFile(file, lines.join("\n"));
  try {
    await run(process.execPath, [
      join(folder, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022", file,
    ]).catch((failed) => assert.fail(`answers don't fit the SDK's types:\n${failed.stdout.slice(0, 6000)}`));
  } finally {
    await rm(file, { force: true });
  }
}

// Every module of the SDK below a name, e.g. "platform": its own client and those inside it.
export const modulesOf = async (name) =>
  (await readdir(join(generated, name), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => `${name}/${entry.name}`);
