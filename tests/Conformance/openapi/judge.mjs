// Whether an answer is one that the document declares for its operation.
const jsonTypes = ["application/json"];

export const newJudge = (checkOf) => (made, answer) => {
  const { operation, isStranger, isMalformed } = made;
  const { status, type, text } = answer;
  const faults = [];
  const declared = operation.responses[String(status)];
  if (status === 500) return [`500: ${text.slice(0, 300)}`];
  if (!declared) return [`status ${status} isn't declared: ${text.slice(0, 300)}`];
  if (isStranger && status !== 401) faults.push(`a stranger was answered ${status}`);
  // A supplier's visit ends after half an hour, which long runs outlive.
  if (!isStranger && status === 401 && !operation.isOpen && operation.scheme !== "supplierVisit") faults.push("a known caller was answered 401");
  if (isMalformed && !isStranger && status < 400) faults.push(`a request that breaks its schema was answered ${status}`);
  const [mediaType, content] = Object.entries(declared.content)[0];
  if (type !== mediaType && !declared.content[type]) return [...faults, `content type ${type} instead of ${mediaType}`];
  if (!jsonTypes.includes(type)) return faults;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return [...faults, `no JSON: ${text.slice(0, 200)}`];
  }
  faults.push(...checkOf(content.schema)(value).slice(0, 4).map((fault) => `the answer (${status} ${value.type ?? ""}) breaks its schema: ${fault}`));
  if (status >= 400 && !/[가-힣]/.test(value.message ?? "")) faults.push(`the refusal has no Korean message: ${text.slice(0, 200)}`);
  return faults;
};
