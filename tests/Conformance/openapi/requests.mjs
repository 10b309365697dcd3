// Requests of an operation, made from what the document says of it, from what exists, and from bodies that were accepted before.
import { raw, write } from "./values.mjs";

const kinds = ["plain", "plain", "plain", "changed", "changed", "changed", "edge", "edge", "broken", "mangled", "stranger"];
const strangers = [{}, { authorization: "PortOne nobody" }, { authorization: "Bearer eyJhbGciOiJub25lIn0.e30." }, { authorization: "PortOne" }, { authorization: "Basic bm9ib2R5Og==" }, { authorization: `PortOne ${"x".repeat(3_000)}` }];
const mangled = ["", "{", "[]", "null", "\"text\"", "0", "{\"a\":1,}", "{'a':1}", "\ufeff{}", "[".repeat(200), `${"{\"a\":".repeat(60)}1${"}".repeat(60)}`, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])];
// No %00: the HTTP server itself refuses such a path with an empty 400.
const sheets = ["id,name\r\na,b\r\n", "아이디,이름\r\n\"a,b\r\n", "파트너 아이디,정산 금액,정산일\r\npartner-1,1000,2026-12-01\r\n", "파트너 아이디,정산 금액,정산일\r\npartner-1,\u0000,2026-12-01\r\n", "파트너 아이디,정산 금액,정산일,메모\r\npartner-1,9223372036854775807,9999-12-31,a\u0000b\r\n"];
// The HTTP server itself refuses longer ones, with an empty 414: what is longer goes in the body, as the document allows.
const requestLineMax = 60_000;
const pathTexts = ["nobody", "%2F", "..%2F..", "%25", "%F0%9F%98%80", "%EA%B0%80", "%20", "x".repeat(300), "-1", "0", "9223372036854775808", "2026-02-30", "0001-01-01", "9999-12-31", "null", "%ff", "a;b=c", "%0d%0aa"];

export function newRequests({ random, pool, values, resolve, credentials }) {
  const accepted = new Map();

  // kind: chosen when it isn't given; isRefused: by what it surely gets.
  function make(operation, kind = random.pick(kinds)) {
    const made = { operation, kind, method: operation.method, headers: { ...random.pick(credentials(operation.scheme)) } };
    const earlier = accepted.get(operation.name);
    const isChanged = kind === "changed" && earlier?.length > 0;
    const base = isChanged ? structuredClone(random.pick(earlier)) : { body: undefined, path: undefined };
    made.path = kind === "edge" && random.chance(0.4) ? pathAtEdge(operation) : pathOf(operation, base.path);
    made.query = queryOf(operation, kind);
    if (operation.body) giveBody(made, operation, kind, base.body);
    if (kind === "stranger") strangeCredential(made, operation);
    if (operation.method === "post" && kind === "plain" && random.chance(0.1)) made.headers["idempotency-key"] = `key-${random.below(50)}`;
    return finish(made);
  }

  const pathOf = (operation, earlier = {}) =>
    Object.fromEntries(operation.pathNames.map((name) => [name, earlier[name] && random.chance(0.3) ? earlier[name] : encodeURIComponent(String(pathValue(operation, name)) || "nobody")]));

  const pathAtEdge = (operation) => Object.fromEntries(operation.pathNames.map((name) => [name, random.pick(pathTexts)]));

  // {id} after /contracts/ is the id of a contract.
  function pathValue(operation, name) {
    if (name === "date") return values.plain({ type: "string", format: "date" }, name);
    if (name === "version") return random.below(4);
    const before = operation.path.slice(0, operation.path.indexOf(`/{${name}}`)).split("/").filter((part) => !part.startsWith("{")).at(-1) ?? "";
    const thing = before.replace(/ies$/, "y").replace(/s$/, "").replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const found = name === "id" ? pool.find(/connect$/.test(before) ? "partnerId" : `${thing}Id`) : /^taxInvoiceKey$/.test(name) ? pool.find("taxInvoiceId") : pool.find(name);
    return found ?? values.plain({ type: "string" }, name) ?? "nobody";
  }

  function queryOf(operation, kind) {
    const query = [];
    for (const { name, schema, required } of operation.query) {
      const resolved = resolve(schema);
      const isKeyType = name === "taxInvoiceKeyType" && kind !== "edge" && kind !== "broken";
      if (name === "test") {
        if (!random.chance(0.06)) query.push([name, kind === "broken" && random.chance(0.1) ? "참" : "true"]);
      } else if (isKeyType) {
        query.push([name, "TAX_INVOICE_ID"]);
      } else if (required || name === "kind" || random.chance(0.5)) {
        const value = kind === "broken" && random.chance(0.5) ? values.broken(resolved) : kind === "edge" && random.chance(0.5) ? values.edge(resolved) : values.plain(resolved, name);
        query.push([name, textOf(value)]);
      }
    }
    if (kind === "edge" && query.length > 0 && random.chance(0.1)) query.push(random.pick(query));
    if (kind === "edge" && random.chance(0.1)) query.push(["unknown", "x"]);
    return query;
  }

  const textOf = (value) => (typeof value === "string" ? value : write(value));

  function giveBody(made, operation, kind, earlier) {
    const { schema, mediaType, isRequired } = operation.body;
    if (mediaType !== "application/json") {
      made.body = earlier === undefined && random.chance(0.5) ? random.pick(sheets) : random.pick(mangled);
      made.headers["content-type"] = mediaType;
      return;
    }
    if (kind === "mangled") {
      made.body = random.pick(mangled);
      const text = String(made.body).replace(/^\ufeff/, "");
      made.isMalformed = isNoObject(text) && !(text === "" && !isRequired);
    } else {
      const value = earlier ?? values.of(schema, "", kind === "edge" ? "edge" : "plain");
      if (earlier) values.change(value, schema);
      if (kind === "broken") made.isMalformed = values.breakOne(value, schema);
      if (kind === "edge" && random.chance(0.1) && typeof value === "object") value.unknownMember = raw('{"a":[1,2,{}]}');
      made.value = value;
      made.body = write(value);
    }
    if (operation.method === "get" && random.chance(0.8)) made.inQuery = true;
    made.headers["content-type"] = random.pick(["application/json", "application/json", "text/plain;charset=UTF-8"]);
  }

  function isNoObject(text) {
    if (text === "") return false;
    try {
      const value = JSON.parse(text);
      return value === null || typeof value !== "object" || Array.isArray(value);
    } catch {
      return true;
    }
  }

  function strangeCredential(made, { isOpen }) {
    if (isOpen) return;
    delete made.headers.authorization;
    Object.assign(made.headers, random.pick(strangers));
    made.isStranger = true;
  }

  function finish(made) {
    const path = made.operation.path.replace(/\{(\w+)\}/g, (_, name) => made.path[name]);
    const query = made.query.map(([name, value]) => `${encodeURIComponent(name)}=${encode(value)}`);
    const inQuery = made.inQuery && `requestBody=${encode(Buffer.isBuffer(made.body) ? made.body.toString("latin1") : made.body)}`;
    if (inQuery && path.length + query.join("&").length + inQuery.length < requestLineMax) {
      query.push(inQuery);
      made.body = undefined;
    }
    made.target = query.length > 0 ? `${path}?${query.join("&")}` : path;
    return made;
  }

  // What was accepted once is the beginning of later requests.
  function remember({ operation, value, path }) {
    const kept = accepted.get(operation.name) ?? accepted.set(operation.name, []).get(operation.name);
    kept.push({ body: value && JSON.parse(write(value)), path });
    if (kept.length > 20) kept.shift();
  }

  return { make, remember };
}

// A lone surrogate has no percent form; it is sent as the bytes that stand for it in WTF-8.
function encode(text) {
  try {
    return encodeURIComponent(text);
  } catch {
    return [...text].map((letter) => (/[\ud800-\udfff]/.test(letter) && letter.length === 1 ? "%ED%A0%80" : encodeURIComponent(letter))).join("");
  }
}
