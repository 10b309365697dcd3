// Every error type that the server answered to this script, whoever asked: the SDK and plain calls alike go through fetch.
const met = new Set();
const fetchAsIs = globalThis.fetch;

globalThis.fetch = async (...request) => {
  const response = await fetchAsIs(...request);
  if (response.status >= 400 && /json/.test(response.headers.get("content-type") ?? "")) {
    const { type } = await response.clone().json().catch(() => ({}));
    if (typeof type === "string") met.add(type);
  }
  return response;
};

// Types of the reference; our own operations have more.
const isReference = (type) => /^(PLATFORM_|B2B_|FORBIDDEN$|INVALID_REQUEST$|UNAUTHORIZED$)/.test(type);

async function declaredTypes(address) {
  const { paths, components } = await (await fetchAsIs(`${address}/openapi/v1.json`)).json();
  const declared = new Set();
  const walk = (schema) => {
    const target = schema.$ref ? components.schemas[schema.$ref.split("/").at(-1)] : schema;
    target.oneOf?.forEach(walk);
    Object.keys(target.discriminator?.mapping ?? {}).forEach((type) => declared.add(type));
  };
  for (const { responses } of Object.values(paths).flatMap(Object.values)) {
    for (const [status, { content }] of Object.entries(responses)) if (status >= "400") Object.values(content ?? {}).forEach(({ schema }) => walk(schema));
  }
  return [...declared].filter(isReference);
}

// One line for the script that adds all up.
export async function tellMet(address) {
  console.log(`types ${JSON.stringify({ met: [...met], declared: await declaredTypes(address) })}`);
}
