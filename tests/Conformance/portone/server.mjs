// The built server in a process of its own: free ports, an empty data folder, and the database that JEONGSAN_DATABASE names.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { promisify } from "node:util";
import { until } from "./checks.mjs";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../../../", import.meta.url));
const assembly = join(repository, "src/Jeongsan.Server/bin/Release/net10.0/Jeongsan.Server.dll");

const startsMax = 5;

// Another process may take the ports between the look and the start: then the server ends, and it starts again on others.
export async function startServer() {
  for (let start = 1; ; start++) {
    const server = await startOnce();
    if (server) return server;
    if (start === startsMax) throw new Error(`the server found its ports taken ${startsMax} times`);
  }
}

async function startOnce() {
  const port = await freePortPair();
  const data = await mkdtemp(join(tmpdir(), "jeongsan-conformance-"));
  const secret = "jeongsan-conformance-secret-0123456789";
  const written = [];
  const server = spawn("dotnet", [assembly], {
    env: {
      ...process.env,
      JEONGSAN_PORT: String(port),
      JEONGSAN_DATA: data,
      JEONGSAN_API_SECRET: secret,
      // The script's own webhook receiver listens on this machine.
      JEONGSAN_WEBHOOK_INTERNAL: "allow",
    },
    cwd: data,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (bytes) => written.push(bytes));
  const killAtExit = () => server.kill("SIGKILL");
  process.on("exit", killAtExit);
  const address = `http://127.0.0.1:${port}`;

  // Only our own child may answer: it says that it listens before anything is asked.
  const output = () => Buffer.concat(written).toString();
  const isReady = await until("the server to listen and GET /health to answer 200", async () => {
    if (server.exitCode !== null || server.signalCode !== null) return "ended";
    return output().includes(`${address}/`) && (await fetch(`${address}/health`).catch(() => null))?.ok && server.exitCode === null && "ready";
  }, 300_000);
  if (isReady === "ended") {
    process.off("exit", killAtExit);
    await rm(data, { recursive: true, force: true });
    if (/포트를 다른 프로그램이 쓰고 있습니다|address already in use/i.test(output())) return undefined;
    throw new Error(`the server ended with status ${server.exitCode}\n${output()}`);
  }

  return {
    address,
    emulator: `http://127.0.0.1:${port + 1}`,
    secret,
    output,
    // The exit status after SIGTERM.
    async stop() {
      server.kill("SIGTERM");
      await until("the server to stop", () => server.exitCode !== null || server.signalCode !== null);
      process.off("exit", killAtExit);
      await rm(data, { recursive: true, force: true });
      return server.exitCode;
    },
  };
}

// The files of a test certificate for the business number: signCert.der, signPri.key and one .p12; password test1234.
export async function makeTestCertificate(businessNumber, ...options) {
  const folder = await mkdtemp(join(tmpdir(), "jeongsan-certificate-"));
  await run("dotnet", [assembly, "test-certificate", businessNumber, folder, ...options]);
  return { folder, password: "test1234", remove: () => rm(folder, { recursive: true, force: true }) };
}

async function freePortPair() {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = 28000 + 2 * Math.floor(Math.random() * 1999);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error("no free pair of ports");
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
