// What the server has told so far: ids by the list or thing they came from, so that later requests name things that exist.
const isIdName = (name) => /(^id|Id|Key|Token|^brn|^bank)$/.test(name);
const singular = (name) => name.replace(/Ids$/, "Id").replace(/ies$/, "y").replace(/s$/, "");
const keptMax = 40;

export function newPool(random) {
  const known = new Map();
  const add = (name, value) => {
    const kept = known.get(name) ?? known.set(name, []).get(name);
    if (kept.includes(value)) return;
    kept.push(value);
    if (kept.length > keptMax) kept.shift();
  };

  function learn(value, around, depth = 0) {
    if (depth > 8) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 20)) typeof item === "string" && /Ids$/.test(around) ? add(singular(around), item) : learn(item, singular(around), depth + 1);
    } else if (value && typeof value === "object") {
      for (const [name, member] of Object.entries(value)) {
        if (typeof member === "string" && isIdName(name)) add(name === "id" ? `${around}Id` : name, member);
        else if (typeof member === "object") learn(member, name === "items" ? around : name, depth + 1);
      }
    }
  }

  const last = (name) => known.get(name)?.at(-1);

  // defaultContractId means a contract, sharePolicyId a discountSharePolicy: the name whose end fits best.
  function find(name) {
    if (known.has(singular(name)) && random.chance(0.85)) return random.pick(known.get(singular(name)));
    const wanted = singular(name).toLowerCase();
    const fitting = [...known.keys()].filter((one) => one.toLowerCase().endsWith(wanted) || wanted.endsWith(one.toLowerCase()));
    return fitting.length === 0 ? undefined : random.pick(known.get(random.pick(fitting)));
  }

  return { add, learn, last, find, isIdName: (name) => isIdName(name) || /Ids$/.test(name) };
}
