// Asks every operation of the served document for what it declares: valid, edge and broken requests, seeded and repeatable.
// No answer may be a fault of the server's, have a status that isn't declared, or say what its schema doesn't.
//   node fuzz.mjs [--seed 1] [--rounds 8] [--operation PART OF A NAME]     a round asks each operation once
import { parseArgs } from "node:util";
import { until } from "../portone/checks.mjs";
import { makeTestCertificate, startServer } from "../portone/server.mjs";
import { registerAt } from "../portone/supplier.mjs";
import { newVisitor } from "../portone/visitor.mjs";
import { beginnings } from "./beginnings.mjs";
import { readDocument } from "./document.mjs";
import { newJudge } from "./judge.mjs";
import { newPool } from "./pool.mjs";
import { newRandom } from "./random.mjs";
import { newRequests } from "./requests.mjs";
import { newValues, write } from "./values.mjs";
import { newWire } from "./wire.mjs";

const { values: options } = parseArgs({ options: { seed: { type: "string", default: "1" }, rounds: { type: "string", default: "8" }, operation: { type: "string", default: "" } } });
const [seed, rounds] = [Number(options.seed), Number(options.rounds)];

const server = await startServer();
const wire = newWire(server.address);
const { operations, resolve, checkOf } = await readDocument(server.address);
const random = newRandom(seed);
const pool = newPool(random);
const secret = { authorization: `PortOne ${server.secret}` };
let tokens = [secret];
const suppliers = {};
const state = { now: new Date() };
const values = newValues({ random, pool, resolve, clock: () => state.now });
const requests = newRequests({ random, pool, values, resolve, credentials: (scheme) => suppliers[scheme] ?? tokens });
const judge = newJudge(checkOf);
const faults = new Map();
const answers = new Map();
let count = 0;

const byName = new Map(operations.map((operation) => [operation.name, operation]));
// The clock only runs forward: far jumps come last, when nothing else has to live in that time.
const isClock = ({ path }) => path === "/platform/test-clock/advance";

async function ask(made) {
  count++;
  let answer;
  try {
    answer = await wire.send(made);
  } catch (error) {
    blame(made, [`no answer: ${error.message}`]);
    return undefined;
  }
  if (answer.status === 500) console.log(logOf(answer.text));
  const { name } = made.operation;
  const met = answers.get(name) ?? answers.set(name, new Map()).get(name);
  met.set(answer.status, (met.get(answer.status) ?? 0) + 1);
  blame(made, judge(made, answer));
  if (answer.status === 200 && answer.type === "application/json") {
    const value = safely(() => JSON.parse(answer.text));
    pool.learn(value, nameOf(made.operation));
    if (made.kind !== "edge") requests.remember(made);
  }
  return answer;
}

const nameOf = ({ path }) => (path.split("/").filter((part) => part && !part.startsWith("{")).at(-1) ?? "").replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const safely = (read) => { try { return read(); } catch { return undefined; } };

function blame(made, found) {
  for (const fault of found) {
    // The same fault of an operation is told once, with the first request that showed it.
    const key = `${made.operation.name}: ${fault.replace(/\d+/g, "#").slice(0, 90)}`;
    if (faults.has(key)) continue;
    faults.set(key, fault);
    const body = made.body === undefined ? "" : `\n        ${JSON.stringify(String(made.body).slice(0, 1_500))}`;
    console.log(`FAILED  ${made.operation.name}: ${fault}\n        request ${count} (${made.kind}) ${made.method.toUpperCase()} ${made.target.slice(0, 1_500)}${body}`);
  }
}

// What the server's log says beside the error id of a 500.
function logOf(text) {
  const id = safely(() => JSON.parse(text).errorId);
  const at = id ? server.output().indexOf(id) : -1;
  return at < 0 ? "" : server.output().slice(at, at + 2_500).replace(/^/gm, "        ");
}

async function begin() {
  const login = await ask({ operation: byName.get("POST /login/api-secret"), kind: "plain", method: "post", target: "/login/api-secret", headers: {}, body: JSON.stringify({ apiSecret: server.secret }) });
  const { accessToken } = JSON.parse(login.text);
  tokens = [secret, { authorization: `Bearer ${accessToken}` }];
  for (const [method, path, body, given = {}] of beginnings(state.now)) {
    const ids = typeof given === "function" ? given(pool.last) : given;
    const value = typeof body === "function" ? body(pool.last) : body;
    if (method === "CONNECTED") await untilConnected(path);
    if (method === "CERTIFICATE") await registerCertificate(path);
    if (method === "SUPPLIER") await enterAsSupplier(path, ids.brn);
    if (method.length > 6) continue;
    const operation = byName.get(`${method} ${path}`);
    if (!operation) throw new Error(`the document has no ${method} ${path}`);
    const known = (name) => ids[name] ?? pool.last("bulkPayoutId");
    const target = `${path.replace(/\{(\w+)\}/g, (_, name) => known(name))}?test=true`;
    const request = { operation, kind: "plain", method: operation.method, target, headers: secret, value, path: ids, body: value && write(value) };
    const answer = await ask(request);
    if (answer?.status !== 200) blame(request, [`a beginning was answered with ${answer?.status}: ${answer?.text.slice(0, 200)}`]);
    if (isClock(operation)) state.now = new Date(value.to);
  }
}

// The document's own examples fit its schemas, and are answered as declared.
async function askExamples() {
  for (const operation of operations.filter(({ name, body }) => body && name.includes(options.operation))) {
    for (const value of operation.body.examples) {
      const made = requests.make(operation, "plain");
      const example = { ...made, value, body: made.body === undefined ? undefined : write(value), kind: "example" };
      blame(example, checkOf(operation.body.schema)(value).map((fault) => `an example breaks its schema: ${fault}`));
      if (!isClock(operation) && example.body !== undefined) await ask(example);
    }
  }
}

const readJson = async (path) => (await fetch(new URL(`${path}?test=true`, server.address), { headers: secret })).json();

const untilConnected = (partner) => until(`${partner} to be connected`, async () => (await readJson(`/platform/partners/${partner}`)).type.memberCompanyConnectionStatus === "CONNECTED", 120_000);

// With the link of the partner's mail, and the visit that its business number opens.
async function enterAsSupplier(partner, businessRegistrationNumber) {
  const link = await until(`the mail to ${partner}`, async () => (await readJson("/mailbox.json")).mails.filter(({ to }) => to.includes(partner)).flatMap(({ text }) => text.match(/\/s\/([\w-]+)/)?.[1] ?? [])[0], 120_000);
  suppliers.supplierLink = [{ authorization: `Bearer ${link}` }];
  const operation = byName.get("POST /supplier-desk/visit");
  const value = { businessRegistrationNumber };
  const answer = await ask({ operation, kind: "plain", method: "post", target: "/supplier-desk/visit", headers: suppliers.supplierLink[0], value, body: write(value) });
  suppliers.supplierVisit = [{ authorization: `Bearer ${JSON.parse(answer.text).accessToken}` }];
}

async function registerCertificate(brn) {
  const { url } = await readJson(`/b2b/counterparties/${brn}/certificate/registration-url`);
  const certificate = await makeTestCertificate(brn);
  await registerAt(await newVisitor().open(url), certificate);
  await certificate.remove();
}

async function fuzz() {
  const chosen = operations.filter(({ name }) => name.includes(options.operation));
  for (let round = 0; round < rounds; round++) {
    for (const operation of random.shuffled(chosen)) {
      const made = requests.make(operation);
      if (isClock(operation) && !["broken", "mangled", "stranger"].includes(made.kind)) continue;
      await ask(made);
    }
  }
  for (const to of options.operation ? [] : ["2027-12-31T23:59:59Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00"]) {
    const operation = byName.get("POST /platform/test-clock/advance");
    await ask({ operation, kind: "edge", method: "post", target: "/platform/test-clock/advance?test=true", headers: secret, body: JSON.stringify({ to }) });
  }
}

const began = performance.now();
await begin();
await askExamples();
await fuzz();
wire.close();
const status = await server.stop();
const errors = server.output().split("\n").filter((line) => /^\S+ \S+ (fail|crit): |Unhandled exception/.test(line));
for (const line of errors.slice(0, 20)) console.log(`FAILED  the server's log: ${line.slice(0, 2_000)}`);
if (status !== 0) console.log(`FAILED  the server ended with ${status}`);
const unanswered = operations.filter(({ name }) => name.includes(options.operation) && !answers.get(name)?.has(200)).map(({ name }) => name);
const asked = [...answers.keys()].filter((name) => name.includes(options.operation)).length;
console.log(`seed ${seed}: ${count} requests of ${asked} operations in ${Math.round((performance.now() - began) / 1000)} s; ${unanswered.length} operations were only refused: ${unanswered.join(", ")}`);
const failed = faults.size + (errors.length > 0 ? 1 : 0) + (status === 0 ? 0 : 1);
console.log(`${asked} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
