// The platform's own webhook receiver: keeps what came, and lets the SDK judge the signature.
import { createServer } from "node:http";
import { Webhook } from "@portone/server-sdk";

export async function startReceiver() {
  const deliveries = [];
  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    deliveries.push({ headers: request.headers, body: Buffer.concat(pieces).toString("utf8") });
    response.writeHead(200).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/webhook`,
    deliveries,
    // Every delivery so far, verified with the endpoint's secret; throws if one isn't signed as the SDK expects.
    verified: (secret) => Promise.all(deliveries.map(({ headers, body }) => Webhook.verify(secret, body, headers))),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
