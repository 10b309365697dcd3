// The server's own OpenAPI document: its operations, its schemas, and a judge for each answer that it declares.
import Ajv from "ajv/dist/2020.js";

const methods = ["get", "post", "put", "patch", "delete"];
const integers = { int32: [-(2n ** 31n), 2n ** 31n - 1n], int64: [-(2n ** 63n), 2n ** 63n - 1n] };

export async function readDocument(address) {
  const document = await (await fetch(new URL("/openapi/v1.json", address))).json();
  const { schemas } = document.components;
  const resolve = (schema) => (schema?.$ref ? resolve(schemas[schema.$ref.split("/").at(-1)]) : schema);
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => operationOf(path, method, item[method])));
  return { operations, resolve, checkOf: checksOf(schemas) };
}

function operationOf(path, method, { parameters = [], requestBody, responses, security }) {
  const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  return {
    name: `${method.toUpperCase()} ${path}`, path, method, responses,
    isOpen: !security,
    // Whose credential it takes: an API secret's, or that of a supplier's link.
    scheme: Object.keys(security?.[0] ?? {})[0],
    pathNames: parameters.filter((one) => one.in === "path").map((one) => one.name),
    query: parameters.filter((one) => one.in === "query" && one.name !== "requestBody"),
    body: content && { mediaType, schema: content.schema, isRequired: requestBody.required, examples: Object.values(content.examples ?? {}).map(({ value }) => value) },
  };
}

// Answers are held to the letter: what a schema doesn't name must not be there.
function checksOf(schemas) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  ajv.addFormat("date", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat("binary", true);
  for (const [name, [min, max]] of Object.entries(integers)) {
    ajv.addFormat(name, { type: "number", validate: (value) => BigInt(value) >= min && BigInt(value) <= max });
  }
  const closed = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, close(schema)]));
  ajv.addSchema({ $id: "api", components: { schemas: closed } });
  const made = new Map();
  return (schema) => {
    const key = JSON.stringify(schema);
    if (!made.has(key)) made.set(key, ajv.compile(JSON.parse(key.replaceAll('"#/components', '"api#/components'))));
    const check = made.get(key);
    return (value) => (check(value) ? [] : check.errors.map(({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`));
  };
}

function close(schema) {
  if (schema?.type !== "object" || !schema.properties || schema.additionalProperties) return schema;
  return { ...schema, additionalProperties: false };
}
