// One request by plain HTTP, as written: also bodies of a GET, and bytes that are no text.
import { Agent, request } from "node:http";

const limitMs = 120_000;

export function newWire(address) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const { hostname, port } = new URL(address);

  function send({ method, target, headers, body }) {
    return new Promise((resolve, reject) => {
      const bytes = body === undefined ? undefined : Buffer.from(body);
      const call = request({ hostname, port, agent, method: method.toUpperCase(), path: target, headers: { ...headers, ...(bytes && { "content-length": bytes.length }) } }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => resolve({ status: answer.statusCode, type: (answer.headers["content-type"] ?? "").split(";")[0], headers: answer.headers, text: Buffer.concat(parts).toString("utf8") }));
      });
      call.setTimeout(limitMs, () => call.destroy(new Error(`no answer within ${limitMs / 1000} s`)));
      call.on("error", reject);
      call.end(bytes);
    });
  }

  return { send, close: () => agent.destroy() };
}
