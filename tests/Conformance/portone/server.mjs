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

export async function startServer() {
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

  await until("GET /health to answer 200", async () => {
    if (server.exitCode !== null) throw new Error(`the server ended with status ${server.exitCode}\n${Buffer.concat(written)}`);
    return (await fetch(`${address}/health`).catch(() => null))?.ok;
  }, 90_000);

  return {
    address,
    emulator: `http://127.0.0.1:${port + 1}`,
    secret,
    output: () => Buffer.concat(written).toString(),
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
