// Values of a schema: ordinary ones, ones at the edge of what it allows, and ones that surely break it.
export const raw = (text) => ({ [rawMark]: text });
const rawMark = Symbol("raw");

// JSON whose raw parts stand as they are: numbers that JavaScript can't hold, members that come twice.
export function write(value) {
  if (value?.[rawMark] !== undefined) return value[rawMark];
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (value && typeof value === "object") return `{${Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join(",")}}`;
  return JSON.stringify(value);
}

const edgeNumbers = ["0", "1", "-1", "100", "100000", "100001", "2147483647", "-2147483648", "9007199254740993", "1000000000000000", "9223372036854775807", "-9223372036854775808"];
const brokenNumbers = ["1.5", "1e3", "1e400", "9223372036854775808", "-0.1", '"1"', "01", "NaN"];
const edgeTexts = [
  "", " ", "a", "가".repeat(200), "x".repeat(5_000), "\u0000", "a\u0000b", "\ud83d\ude00", "\ud800", "각".normalize("NFD"), "\u202e돈", "'; DROP TABLE transfers; --", "%_%",
  "=1+1", "../../etc/passwd", "<script>alert(1)</script>", "a\r\nb: c", "\ufeff", "null", "{}", "０１２", "ﷺ", "\uffff", "+821012345678", "a@b.example",
];
const edgeDates = ["0001-01-01", "9999-12-31", "1582-10-10", "2024-02-29", "1900-01-01", "2050-12-31", "2100-01-01"];
const brokenDates = ["2026-02-30", "2025-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "어제", "2026-01-01T00:00:00Z", "10000-01-01"];
const edgeInstants = ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "1970-01-01T00:00:00Z", "2026-06-30T23:59:59.123456789Z", "2026-11-30T09:00:00+09:00"];
const brokenInstants = ["2026-01-01", "2026-02-30T00:00:00Z", "2026-01-01T25:00:00Z", "지금", "", "2026-01-01T00:00:00+99:00", "1700000000"];
const brokenValues = { string: [1, true, null, {}, []], integer: ["일", true, {}, [], null, ...brokenNumbers.map(raw)], boolean: ["참", 1, {}, null], array: [{}, "목록", 1], object: [[], "것", 1, null] };

export function newValues({ random, pool, resolve, clock }) {
  const today = (days) => new Date(clock().getTime() + days * 86_400_000).toISOString();

  function plainText(name) {
    const known = pool.isIdName(name) && random.chance(0.85) ? pool.find(name) : undefined;
    if (known !== undefined) return known;
    if (/email/i.test(name)) return "someone@fuzz.example";
    if (/brn|registrationNumber/i.test(name)) return random.pick(["1234567891", "605-05-00057", "1148600013"]);
    if (/phone/i.test(name)) return "010-0000-0000";
    if (/url/i.test(name)) return "https://hooks.fuzz.example/in";
    if (/fileName|contractFile/i.test(name)) return "메모.txt";
    if (/expression|platformFee$|^fee$/i.test(name)) return random.pick(["orderAmount * 0.1", "orderAmount", "1", "orderAmount - discountAmount"]);
    if (/scope/i.test(name)) return random.pick(["PARTNER", "TRANSFER"]);
    if (/year/i.test(name)) return "2026";
    if (name === "month") return "2026-11";
    if (/number/i.test(name)) return "110123456789";
    return random.pick(["가나다", "정산", "plain", `fuzz-${random.below(30)}`]);
  }

  function plain(schema, name) {
    if (schema.enum) return random.pick(schema.enum);
    if (schema.format === "date" || name === "date") return today(random.below(80) - 40).slice(0, 10);
    if (schema.format === "date-time") return today(random.below(20) - 2);
    if (schema.type === "integer") return plainNumber(name);
    if (schema.type === "boolean") return random.chance(0.5);
    return plainText(name);
  }

  function plainNumber(name) {
    if (/number$/i.test(name)) return random.below(2);
    if (/size/i.test(name)) return 1 + random.below(20);
    if (/rate/i.test(name)) return random.below(100_001);
    if (/quantity|scale|lagDays|day|month/i.test(name)) return 1 + random.below(5);
    if (/year/i.test(name)) return 2026;
    return random.pick([0, 1_000, 5_000, 10_000]);
  }

  function edge(schema) {
    if (schema.enum) return random.pick(schema.enum);
    if (schema.format === "date") return random.pick(edgeDates);
    if (schema.format === "date-time") return random.pick(edgeInstants);
    if (schema.type === "integer") {
      const fitting = schema.format === "int32" ? edgeNumbers.filter((text) => Math.abs(Number(text)) <= 2 ** 31) : edgeNumbers;
      return raw(random.pick(fitting));
    }
    return schema.type === "boolean" ? random.chance(0.5) : random.pick(edgeTexts);
  }

  function broken(schema) {
    if (schema.enum) return random.pick(["NOBODY", "", 0, null]);
    if (schema.format === "date") return random.pick([...brokenDates, ...brokenValues.string]);
    if (schema.format === "date-time") return random.pick([...brokenInstants, ...brokenValues.string]);
    return random.pick(brokenValues[schema.type] ?? [0]);
  }

  // kind: of the values in it: "plain", or "edge" for some of them.
  function of(given, name, kind, depth = 0) {
    const schema = resolve(given);
    if (schema.oneOf) {
      const member = random.pick(schema.oneOf);
      return of(member, name, kind, depth);
    }
    if (schema.type === "object") return object(schema, kind, depth);
    if (schema.type === "array") return Array.from({ length: lengthOf(kind) }, () => of(schema.items, name, kind, depth + 1));
    return kind === "edge" && random.chance(0.3) ? edge(schema) : plain(schema, name);
  }

  const lengthOf = (kind) => (kind === "edge" ? random.pick([0, 1, 2, 30]) : random.pick([0, 1, 1, 2]));

  function object({ properties = {}, required = [], additionalProperties }, kind, depth) {
    const optional = depth === 0 ? 0.5 : depth > 4 ? 0 : 0.25;
    const written = {};
    // A choice of one among members that are all optional, as the reference writes "one of".
    const choice = required.length === 0 && depth > 0 ? random.pick(Object.keys(properties)) : undefined;
    for (const [name, schema] of Object.entries(properties)) {
      if (name === "test" || name === "isForTest") continue;
      if (required.includes(name) || name === choice || (choice === undefined && random.chance(optional))) written[name] = of(schema, name, kind, depth + 1);
    }
    if (additionalProperties && random.chance(0.4)) written[random.pick(["grade", "channel", "x"])] = of(additionalProperties, "value", kind, depth + 1);
    return written;
  }

  // The same value with one member, somewhere in it, that surely breaks the schema; null where nothing in it can be broken.
  function breakOne(value, given) {
    const places = [];
    walk(value, given, (holder, key, schema) => places.push({ holder, key, schema }));
    // Where null means "not given" it breaks nothing.
    const fault = places.length === 0 ? undefined : random.pick(places);
    if (!fault) return false;
    const wrong = broken(fault.schema);
    if (wrong === null || fault.holder === undefined) return false;
    fault.holder[fault.key] = wrong;
    return true;
  }

  function walk(value, given, found) {
    const schema = resolve(given);
    if (!schema || schema.oneOf || value === null || typeof value !== "object") return;
    for (const [key, member] of Object.entries(value)) {
      const inner = Array.isArray(value) ? schema.items : schema.properties?.[key] ?? schema.additionalProperties;
      if (!inner) continue;
      const resolved = resolve(inner);
      if (!resolved.oneOf) found(value, key, resolved);
      walk(member, inner, found);
    }
  }

  // One leaf of a value that was accepted before, changed.
  function change(value, given) {
    const places = [];
    walk(value, given, (holder, key, schema) => schema.type !== "object" && schema.type !== "array" && places.push({ holder, key, schema }));
    if (places.length === 0) return;
    const { holder, key, schema } = random.pick(places);
    holder[key] = random.chance(0.5) ? edge(schema) : plain(schema, String(key));
  }

  return { of, edge, broken, plain, breakOne, change };
}
