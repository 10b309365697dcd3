// Every method of the official SDK's platform client, with real data, and every error type that it can be made to meet.
// What was called is written down on the way; the last checks compare it with the client itself, so that a method that nobody
// reached fails here. Error types are added up over all scripts (all.mjs).
import { strict as assert } from "node:assert";
import { PortOneClient } from "@portone/server-sdk";
import { tellMet } from "./met.mjs";
import { aside, runChecks, step, until } from "./checks.mjs";
import { businessNumber, ownOperations, seoulDate } from "./platform.mjs";
import { assertAnswersFitTypes } from "./recording.mjs";
import { startServer } from "./server.mjs";

const test = true;
const server = await startServer();
const own = ownOperations(server);
const called = new Set();
const answered = new Map();
const real = PortOneClient({ secret: server.secret, baseUrl: server.address }).platform;
const platform = recorded(real, "platform");
const { policy, partner, transfer, partnerSettlement, payout, bulkPayout, accountTransfer, bulkAccountTransfer, company, account } = platform;
const state = {};

// What was answered, by the module of the SDK whose client was called: "platform/policy".
function recordOf(name) {
  const path = name.replaceAll(".", "/");
  return answered.get(path) ?? answered.set(path, { name: path, calls: [] }).get(path);
}

function recorded(client, name) {
  return new Proxy(client, {
    get(target, key) {
      const value = target[key];
      if (typeof value === "function") return async (...given) => {
        called.add(`${name}.${String(key)}`);
        const answer = await value.apply(target, given);
        recordOf(name).calls.push({ method: String(key), answer, options: given[0] });
        return answer;
      };
      return value && typeof value === "object" ? recorded(value, `${name}.${String(key)}`) : value;
    },
  });
}

// Methods of the client and its parts; tax invoices (b2b) that it also carries are another script's.
function methodsOf(client, name) {
  return Object.entries(client).flatMap(([key, value]) =>
    typeof value === "function" ? (key.includes("B2b") ? [] : [`${name}.${key}`]) : value && typeof value === "object" ? methodsOf(value, `${name}.${key}`) : []);
}

async function refusal(call, type) {
  const error = await call.then(() => assert.fail(`was carried out instead of refused as ${type}`), (refused) => refused);
  assert.equal(error.data?.type, type, error.stack);
  assert.match(error.data.message, /[가-힣]/);
  return error.data;
}

// Operations that SDK 0.19 has no method for.
async function post(path, body) {
  const response = await fetch(new URL(`${path}?test=true`, server.address), { method: "POST", headers: { authorization: `PortOne ${server.secret}` }, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(`${path}: ${response.status}`), { data: answer });
  return answer;
}

async function put(path, body) {
  const response = await fetch(new URL(`${path}?test=true`, server.address), { method: "PUT", headers: { authorization: `PortOne ${server.secret}` }, body: JSON.stringify(body) });
  assert.equal(response.status, 200, await response.text());
}

async function read(path, requestBody) {
  const url = new URL(`${path}${path.includes("?") ? "&" : "?"}test=true`, server.address);
  if (requestBody) url.searchParams.set("requestBody", JSON.stringify(requestBody));
  const response = await fetch(url, { headers: { authorization: `PortOne ${server.secret}` } });
  assert.equal(response.status, 200, url.pathname);
  return response.headers.get("content-type").startsWith("text/csv") ? (await response.text()).replace(/^\uFEFF/, "").trim().split("\r\n") : response.json();
}

const cycle = { lagDays: 1, datePolicy: "CALENDAR_DAY", method: { daily: {} } };
const contract = (id) => ({ test, id, name: id, platformFee: { fixedRate: 10_000 }, platformFeeVatPayer: "PARTNER", subtractPaymentVatAmount: false, settlementCycle: cycle });
const bank = (more = {}) => ({ bank: "SHINHAN", currency: "KRW", number: "110000001234", holder: "김정산", ...more });
const person = (id, more = {}) => ({
  id, name: id, contact: { name: "김정산", email: `${id}@partner.example` }, account: bank(), defaultContractId: "c1", tags: ["서울"], type: { nonWhtPayer: {} }, ...more,
});
const business = (id, digits, more = {}) => person(id, {
  type: { business: { companyName: id, taxationType: "NORMAL", businessRegistrationNumber: businessNumber(digits), representativeName: "김정산", companyAddress: "서울", businessType: "도소매", businessClass: "잡화", ...more } },
});
const order = (paymentId, orderDetail, more = {}) => transfer.createPlatformOrderTransfer({
  test, partnerId: "p1", paymentId, orderDetail, discounts: [], additionalFees: [], externalPaymentDetail: { currency: "KRW" }, ...more,
});
// With an id of the caller's choice, which SDK 0.19 does not pass on.
const named = (id, paymentId, orderAmount) => post("/platform/transfers/order", {
  id, partnerId: "p1", paymentId, orderDetail: { orderAmount }, discounts: [], additionalFees: [], externalPaymentDetail: { currency: "KRW" },
});
const cancel = (paymentId, cancellationId, orderDetail, more = {}) => transfer.createPlatformOrderCancelTransfer({
  test, partnerId: "p1", paymentId, cancellationId, orderDetail, discounts: [], externalCancellationDetail: {}, ...more,
});
const line = (id, amount, quantity) => ({ product: { id, name: id, amount }, quantity, discounts: [], additionalFees: [] });
const soon = async (days = 1) => new Date((await own.now()).getTime() + days * 86_400_000).toISOString();

const kinds = [
  { name: "Contract", type: "CONTRACT", make: (id) => policy.createPlatformContract(contract(id)), get: (id) => policy.getPlatformContract({ test, id }),
    list: () => policy.getPlatformContracts({ test, filter: { isArchived: false, cycleTypes: ["DAILY"] } }), update: (id, more) => policy.updatePlatformContract({ test, id, ...more }),
    archive: (id) => policy.archivePlatformContract({ test, id }), recover: (id) => policy.recoverPlatformContract({ test, id }) },
  { name: "DiscountSharePolicy", type: "DISCOUNT_SHARE_POLICY", make: (id) => policy.createPlatformDiscountSharePolicy({ test, id, name: id, partnerShareRate: 50_000 }),
    get: (id) => policy.getPlatformDiscountSharePolicy({ test, id }), list: () => policy.getPlatformDiscountSharePolicies({ test, filter: { partnerShareRates: [50_000] } }),
    update: (id, more) => policy.updatePlatformDiscountSharePolicy({ test, id, ...more }), archive: (id) => policy.archivePlatformDiscountSharePolicy({ test, id }), recover: (id) => policy.recoverPlatformDiscountSharePolicy({ test, id }) },
  { name: "AdditionalFeePolicy", type: "ADDITIONAL_FEE_POLICY", make: (id) => policy.createPlatformAdditionalFeePolicy({ test, id, name: id, fee: { fixedRate: 5_000 }, vatPayer: "PARTNER" }),
    get: (id) => policy.getPlatformAdditionalFeePolicy({ test, id }), list: () => policy.getPlatformAdditionalFeePolicies({ test, filter: { vatPayers: ["PARTNER"] } }),
    update: (id, more) => policy.updatePlatformAdditionalFeePolicy({ test, id, ...more }), archive: (id) => policy.archivePlatformAdditionalFeePolicy({ test, id }), recover: (id) => policy.recoverPlatformAdditionalFeePolicy({ test, id }) },
];

for (const kind of kinds) {
  const schedules = {
    get: (id) => platform[`getPlatform${kind.name}Schedule`]({ test, id }), make: (id, update, appliedAt) => platform[`schedule${kind.name}`]({ test, id, update, appliedAt }),
    replace: (id, update, appliedAt) => platform[`reschedule${kind.name}`]({ test, id, update, appliedAt }), remove: (id) => platform[`cancelPlatform${kind.name}Schedule`]({ test, id }),
  };
  step(`${kind.name}: made, changed, listed, archived, and changed at a set time`, async () => {
    await kind.make("c1");
    await refusal(kind.make("c1"), `PLATFORM_${kind.type}_ALREADY_EXISTS`);
    await refusal(kind.get("nobody"), `PLATFORM_${kind.type}_NOT_FOUND`);
    await kind.update("c1", { memo: "고침" });
    assert.equal((await kind.get("c1")).memo, "고침");
    assert.equal((await kind.list()).page.totalCount, 1);
    await kind.archive("c1");
    await refusal(kind.update("c1", { memo: "x" }), `PLATFORM_ARCHIVED_${kind.type}`);
    await kind.recover("c1");

    await refusal(schedules.get("c1"), `PLATFORM_${kind.type}_NOT_FOUND`);
    await refusal(schedules.make("c1", { name: "옛날" }, new Date(0).toISOString()), "INVALID_REQUEST");
    await schedules.make("c1", { name: "예약" }, await soon());
    await refusal(schedules.make("c1", { name: "또" }, await soon()), `PLATFORM_${kind.type}_SCHEDULE_ALREADY_EXISTS`);
    await refusal(kind.archive("c1"), `PLATFORM_CANNOT_ARCHIVE_SCHEDULED_${kind.type}`);
    await schedules.replace("c1", { name: "바꾼 예약" }, await soon(2));
    assert.equal((await schedules.get("c1")).name, "바꾼 예약");
    await schedules.remove("c1");
    await refusal(schedules.remove("c1"), `PLATFORM_${kind.type}_NOT_FOUND`);
    const at = await soon(0.01);
    await schedules.make("c1", { name: "때가 된 예약" }, at);
    await own.advanceTo(new Date(Date.parse(at) + 60_000));
    const now = await kind.get("c1");
    assert.deepEqual([now.name, Date.parse(now.appliedAt), now.memo], ["때가 된 예약", Date.parse(at), "고침"]);
  });
}

step("partners: made one by one and together, changed, filtered, archived", async () => {
  await put("/platform/user-defined-properties/PARTNER/grade", { name: "등급" });
  await put("/platform/user-defined-properties/TRANSFER/channel", { name: "채널" });
  await partner.createPlatformPartner({ test, ...person("p1", { userDefinedProperties: { grade: { string: "A" } } }) });
  await refusal(partner.createPlatformPartner({ test, ...person("p1") }), "PLATFORM_PARTNER_ID_ALREADY_EXISTS");
  await refusal(partner.createPlatformPartner({ test, ...person("x", { defaultContractId: "nobody" }) }), "PLATFORM_CONTRACT_NOT_FOUND");
  await refusal(partner.createPlatformPartner({ test, ...person("x", { account: bank({ currency: "CHF" }) }) }), "PLATFORM_CURRENCY_NOT_SUPPORTED");
  await refusal(partner.createPlatformPartner({ test, ...person("x", { userDefinedProperties: { nobody: { string: "A" } } }) }), "PLATFORM_USER_DEFINED_PROPERTY_NOT_FOUND");
  await partner.createPlatformPartners({ test, partners: [person("p2"), person("p3"), business("b1", "114860001"), business("b2", "214870001"), business("simple", "301820002", { taxationType: "SIMPLE" })] });
  await refusal(partner.createPlatformPartners({ test, partners: [person("y"), person("y")] }), "PLATFORM_PARTNER_IDS_DUPLICATED");
  await refusal(partner.createPlatformPartners({ test, partners: [person("p1")] }), "PLATFORM_PARTNER_IDS_ALREADY_EXISTS");
  await refusal(partner.createPlatformPartners({ test, partners: [person("y", { defaultContractId: "nobody" })] }), "PLATFORM_CONTRACTS_NOT_FOUND");
  await partner.updatePlatformPartner({ test, id: "p1", memo: "고침" });
  assert.equal((await partner.getPlatformPartner({ test, id: "p1" })).userDefinedProperties.grade.string, "A");
  await refusal(partner.getPlatformPartner({ test, id: "nobody" }), "PLATFORM_PARTNER_NOT_FOUND");
  await refusal(partner.updatePlatformPartner({ test, id: "p1", type: { business: { companyName: "상호만" } } }), "PLATFORM_INSUFFICIENT_DATA_TO_CHANGE_PARTNER_TYPE");
  assert.equal((await partner.getPlatformPartners({ test, filter: { types: ["BUSINESS"], tags: ["서울"], taxationTypes: ["NORMAL"] } })).page.totalCount, 2);
  assert.deepEqual((await platform.getPlatformPartnerFilterOptions({ test })).tags, ["서울"]);
  assert.deepEqual((await platform.getPlatformDiscountSharePolicyFilterOptions({ test })).partnerShareRates, [50_000]);
  await partner.archivePlatformPartner({ test, id: "p3" });
  await refusal(partner.updatePlatformPartner({ test, id: "p3", memo: "x" }), "PLATFORM_ARCHIVED_PARTNER");
});

step("partners: changed at a set time, alone and together", async () => {
  const [id, update] = ["p1", { name: "예약된 이름" }];
  await refusal(platform.getPlatformPartnerSchedule({ test, id }), "PLATFORM_PARTNER_NOT_FOUND");
  await platform.schedulePartner({ test, id, update, appliedAt: await soon() });
  await refusal(platform.schedulePartner({ test, id, update, appliedAt: await soon() }), "PLATFORM_PARTNER_SCHEDULE_ALREADY_EXISTS");
  await refusal(partner.archivePlatformPartner({ test, id }), "PLATFORM_CANNOT_ARCHIVE_SCHEDULED_PARTNER");
  await platform.reschedulePartner({ test, id, update: { name: "바꾼 이름" }, appliedAt: await soon() });
  assert.equal((await platform.getPlatformPartnerSchedule({ test, id })).name, "바꾼 이름");
  const all = async (ids) => platform.schedulePlatformPartners({ test, filter: { ids }, update: { memo: "함께" }, appliedAt: await soon(0.01) });
  await refusal(all(["p1", "p2"]), "PLATFORM_PARTNER_SCHEDULES_ALREADY_EXIST");
  await refusal(all(["p2", "p3"]), "PLATFORM_ARCHIVED_PARTNERS_CANNOT_BE_SCHEDULED");
  await platform.cancelPlatformPartnerSchedule({ test, id });
  await all(["p1", "p2"]);
  await own.advanceTo(new Date(Date.parse(await soon(0.02))));
  for (const one of ["p1", "p2"]) assert.equal((await partner.getPlatformPartner({ test, id: one })).memo, "함께");
  await partner.recoverPlatformPartner({ test, id: "p3" });
});

aside("connections under both names, and what they keep", async () => {
  const ids = ["b1", "b2"];
  await own.publishNotice();
  await own.tellInTerms("파트너 이용약관 1.0 제12조", "2026-01-01");
  await refusal(partner.connectPartnerMemberCompany({ test, id: "p1" }), "PLATFORM_PARTNER_TYPE_IS_NOT_BUSINESS");
  await refusal(partner.connectPartnerMemberCompany({ test, id: "simple" }), "PLATFORM_PARTNER_TAXATION_TYPE_IS_SIMPLE");
  await refusal(partner.disconnectPartnerMemberCompany({ test, id: "b1" }), "PLATFORM_MEMBER_COMPANY_NOT_CONNECTED");
  await refusal(post("/platform/partners/counterparty-disconnect/b1", {}), "PLATFORM_COUNTERPARTY_NOT_CONNECTED");
  await refusal(partner.connectBulkPartnerMemberCompany({ test, filter: { ids: ["nobody"] } }), "PLATFORM_TARGET_PARTNER_NOT_FOUND");
  await platform.schedulePartner({ test, id: "b1", update: { memo: "곧" }, appliedAt: await soon() });
  await refusal(partner.connectPartnerMemberCompany({ test, id: "b1" }), "PLATFORM_PARTNER_SCHEDULE_EXISTS");
  await platform.cancelPlatformPartnerSchedule({ test, id: "b1" });
  await partner.archivePlatformPartner({ test, id: "b1" });
  await refusal(post("/platform/partners/counterparty-connect/b1", {}), "PLATFORM_ARCHIVED_PARTNER_NTS_NOT_ALLOWED");
  await partner.recoverPlatformPartner({ test, id: "b1" });

  await partner.connectPartnerMemberCompany({ test, id: "b1" });
  await partner.connectBulkPartnerMemberCompany({ test, filter: { ids: ["b2"] } });
  for (const id of ids) {
    await until(`${id} to be connected`, async () => (await partner.getPlatformPartner({ test, id })).type.memberCompanyConnectionStatus === "CONNECTED", 120_000);
  }
  await refusal(partner.connectPartnerMemberCompany({ test, id: "b1" }), "PLATFORM_MEMBER_COMPANY_NOT_CONNECTABLE_STATUS");
  await refusal(post("/platform/partners/counterparty-connect/b1", {}), "PLATFORM_COUNTERPARTY_NOT_CONNECTABLE_STATUS");
  const change = (type) => partner.updatePlatformPartner({ test, id: "b1", type: { business: type } });
  await refusal(change({ businessRegistrationNumber: businessNumber("402930003") }), "PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_BRN_UNCHANGEABLE");
  await refusal(change({ taxationType: "TAX_FREE" }), "PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_TYPE_UNCHANGEABLE");
  const update = { type: { business: { companyName: "새 상호" } } };
  await refusal(platform.schedulePartner({ test, id: "b1", update, appliedAt: await soon() }), "PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_CANNOT_BE_SCHEDULED");
  await refusal(platform.schedulePlatformPartners({ test, filter: { ids }, update, appliedAt: await soon() }), "PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNERS_CANNOT_BE_SCHEDULED");
  await partner.disconnectPartnerMemberCompany({ test, id: "b1" });
  await partner.disconnectBulkPartnerMemberCompany({ test, filter: { ids: ["b2"] } });
});

aside("look-ups prove accounts and companies, once", async () => {
  const found = await account.getPlatformAccountHolder({ test, bank: "SHINHAN", accountNumber: "110123456789" });
  const proven = (number, accountVerificationId = found.accountVerificationId) => partner.updatePlatformPartner({ test, id: "p2", account: bank({ number, holder: found.holderName, accountVerificationId }) });
  await refusal(proven("110999999999"), "PLATFORM_ACCOUNT_VERIFICATION_FAILED");
  await refusal(proven("110123456789", "nothing"), "PLATFORM_ACCOUNT_VERIFICATION_NOT_FOUND");
  assert.equal((await proven("110123456789")).partner.account.status, "VERIFIED");
  await refusal(proven("110123456789"), "PLATFORM_ACCOUNT_VERIFICATION_ALREADY_USED");
  await refusal(account.getPlatformAccountHolder({ test, bank: "SHINHAN", accountNumber: "110123450000" }), "PLATFORM_EXTERNAL_API_FAILED");
  await refusal(account.getPlatformAccountHolder({ test, bank: "SHINHAN", accountNumber: "110123451111", birthdate: "900102" }), "PLATFORM_EXTERNAL_API_FAILED");
  assert.ok((await account.getPlatformAccountHolder({ test, bank: "SHINHAN", accountNumber: "110123456789", birthdate: "900102" })).holderName);
  await refusal(account.getPlatformAccountHolder({ test, bank: "SAMSUNG_SECURITIES", accountNumber: "110123456789" }), "PLATFORM_NOT_SUPPORTED_BANK");
  await refusal(company.getPlatformCompanyState({ test, businessRegistrationNumber: businessNumber("114990001") }), "PLATFORM_COMPANY_NOT_FOUND");
  const businessRegistrationNumber = businessNumber("114860001");
  const { companyVerificationId } = await company.getPlatformCompanyState({ test, businessRegistrationNumber });
  const known = { business: { businessRegistrationNumber, companyVerificationId } };
  assert.equal((await partner.updatePlatformPartner({ test, id: "b1", type: known })).partner.type.businessStatus, "IN_BUSINESS");
  await refusal(partner.updatePlatformPartner({ test, id: "b1", type: known }), "PLATFORM_COMPANY_VERIFICATION_ALREADY_USED");
});

aside("a look-up that nobody answers says so", async () => {
  const faults = (rules) => fetch(new URL("/emulator/faults", server.emulator), { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ seed: 1, rules }) });
  await faults([{ kind: "ServerError", pathContains: "" }]);
  try {
    await refusal(account.getPlatformAccountHolder({ test, bank: "SHINHAN", accountNumber: "110123456789" }), "PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED");
    // Connecting waits as long as the agency is silent; meanwhile it can't be archived.
    await partner.connectPartnerMemberCompany({ test, id: "b1" });
    await refusal(partner.archivePlatformPartner({ test, id: "b1" }), "PLATFORM_PARTNER_PENDING_NTS_OPERATION");
  } finally {
    await faults([]);
  }
  await until("b1 to be connected", async () => (await partner.getPlatformPartner({ test, id: "b1" })).type.memberCompanyConnectionStatus === "CONNECTED", 120_000);
  await partner.disconnectPartnerMemberCompany({ test, id: "b1" });
});

aside("transfers: registered, cancelled, deleted, and what their limits say", async () => {
  const [userDefinedProperties, discounts] = [[{ key: "channel", value: { string: "앱" } }], [{ sharePolicyId: "c1", amount: 1_000 }]];
  const { transfer: made } = await order("pay1", { orderAmount: 10_000 }, { userDefinedProperties, discounts, additionalFees: [{ policyId: "c1" }] });
  assert.equal((await transfer.getPlatformTransfer({ test, id: made.id })).userDefinedProperties[0].value.string, "앱");
  await refusal(named(made.id, "pay1", 1), "PLATFORM_TRANSFER_ID_ALREADY_USED");
  await refusal(order("pay1", { orderAmount: 1 }), "PLATFORM_TRANSFER_ALREADY_EXISTS");
  await refusal(order("x", { orderAmount: 1 }, { additionalFees: [{ policyId: "nobody" }] }), "PLATFORM_ADDITIONAL_FEE_POLICIES_NOT_FOUND");
  await refusal(order("x", { orderAmount: 1 }, { discounts: [{ sharePolicyId: "nobody", amount: 1 }] }), "PLATFORM_DISCOUNT_SHARE_POLICIES_NOT_FOUND");
  await refusal(order("x", { orderAmount: 1 }, { discounts }), "PLATFORM_SETTLEMENT_AMOUNT_EXCEEDED");
  await refusal(order("x", { orderLines: [line("a", 1, 1), line("a", 1, 1)] }), "PLATFORM_PRODUCT_ID_DUPLICATED");
  await refusal(order("x", { orderAmount: 1 }, { settlementStartDate: "2026-12-02", settlementDate: "2026-12-01" }), "PLATFORM_SETTLEMENT_DATE_EARLIER_THAN_SETTLEMENT_START_DATE");
  await refusal(order("x", { orderAmount: 1 }, { parameters: { nobody: { decimal: 1 } } }), "PLATFORM_SETTLEMENT_PARAMETER_NOT_FOUND");
  await order("pay2", { orderLines: [line("a", 2_000, 5)] });
  await refusal(cancel("nobody", "c", { all: {} }), "PLATFORM_TRANSFER_NOT_FOUND");
  await refusal(cancel("pay1", "c", { orderAmount: 20_000 }), "PLATFORM_CANCELLABLE_AMOUNT_EXCEEDED");
  await refusal(cancel("pay1", "c", { orderLines: [{ productId: "a", quantity: 1, discounts: [] }] }), "PLATFORM_ORDER_DETAIL_MISMATCHED");
  await refusal(cancel("pay1", "c", { orderAmount: 5_000 }, { discounts: [{ sharePolicyId: "c1", amount: 2_000 }] }), "PLATFORM_CANCELLABLE_DISCOUNT_AMOUNT_EXCEEDED");
  await refusal(cancel("pay1", "c", { orderAmount: 5_000 }, { discounts: [{ sharePolicyId: "c1", amount: 500, taxFreeAmount: 400 }] }), "PLATFORM_CANCELLABLE_DISCOUNT_TAX_FREE_AMOUNT_EXCEEDED");
  await refusal(cancel("pay1", "c", { orderAmount: 5_000 }, { discounts: [...discounts, ...discounts] }), "PLATFORM_DISCOUNT_SHARE_POLICY_ID_DUPLICATED");
  await refusal(cancel("pay1", "c", { orderAmount: 5_000 }, { discounts: [{ sharePolicyId: "nobody", amount: 1 }] }), "PLATFORM_TRANSFER_DISCOUNT_SHARE_POLICY_NOT_FOUND");
  await refusal(cancel("pay2", "c", { orderLines: [{ productId: "a", quantity: 9, discounts: [] }] }), "PLATFORM_CANCELLABLE_PRODUCT_QUANTITY_EXCEEDED");
  await refusal(cancel("pay2", "c", { orderLines: [{ productId: "z", quantity: 1, discounts: [] }] }), "PLATFORM_PRODUCT_ID_NOT_FOUND");
  const { transfer: cancelled } = await cancel("pay2", "c", { all: {} });
  await refusal(cancel("pay2", "d", { all: {} }), "PLATFORM_ORDER_TRANSFER_ALREADY_CANCELLED");
  await refusal(transfer.deletePlatformTransfer({ test, id: (await order("pay3", { orderAmount: 1_000 })).transfer.id + "x" }), "PLATFORM_TRANSFER_NOT_FOUND");
  state.cancelled = cancelled.id;
  await named("t3b", "pay3", 500);
  await refusal(cancel("pay3", "c", { all: {} }), "PLATFORM_CANNOT_SPECIFY_TRANSFER");
  const { transferSummaries } = await transfer.getPlatformTransferSummaries({ test, filter: { keyword: { paymentId: "pay2" }, types: ["ORDER"] } });
  await refusal(transfer.deletePlatformTransfer({ test, id: transferSummaries[0].id }), "PLATFORM_CANCEL_ORDER_TRANSFERS_EXISTS");
  await transfer.deletePlatformTransfer({ test, id: "t3b" });
  await refusal(transfer.createPlatformManualTransfer({ test, partnerId: "p2", settlementAmount: 3_000, settlementTaxFreeAmount: -1, settlementDate: seoulDate(await own.now()) }), "PLATFORM_NEGATIVE_AMOUNT_NOT_ALLOWED");
  await transfer.createPlatformManualTransfer({ test, partnerId: "p2", settlementAmount: -3_000, settlementDate: seoulDate(await own.now()) });
});

aside("lists filter by what stands inside a transfer, a partner and a policy", async () => {
  const ids = async (filter) => (await transfer.getPlatformTransferSummaries({ test, page: { size: 100 }, filter })).transferSummaries;
  const paid = async (filter) => [...new Set((await ids(filter)).map((one) => one.payment?.id ?? one.payment?.paymentId))].sort();
  const everything = await ids({});
  assert.deepEqual(await paid({ discountSharePolicyIds: ["c1", "nobody"] }), ["pay1"]);
  assert.deepEqual(await paid({ additionalFeePolicyIds: ["c1"] }), ["pay1"]);
  assert.deepEqual(await ids({ additionalFeePolicyIds: ["nobody"] }), []);
  assert.deepEqual(await ids({ channelKeys: ["nobody"] }), []);
  assert.deepEqual(await ids({ paymentMethodTypes: ["CARD"] }), []);
  assert.equal((await ids({ partnerTags: ["서울", "nobody"] })).length, everything.length);
  assert.deepEqual(await ids({ partnerTags: ["nobody"] }), []);
  assert.deepEqual(await paid({ keyword: { productName: "A" } }), ["pay2"], "upper and lower case alike");
  assert.deepEqual(await ids({ keyword: { productId: "nobody" } }), []);
  assert.deepEqual(await paid({ keyword: { all: "PAY1" } }), ["pay1"]);
  assert.ok((await ids({ keyword: { partnerName: "이름" } })).every((one) => one.partner.id === "p1"));
  const { items } = await read("/platform/transfer-summaries", { filter: { userDefinedProperty: { key: "channel", value: "앱" } } }).then((answer) => ({ items: answer.transferSummaries }));
  assert.equal(items.length, 1);
  assert.equal((await read("/platform/transfer-summaries", { filter: { userDefinedProperty: { key: "앱", value: "channel" } } })).transferSummaries.length, 0);
  const partners = async (filter) => (await partner.getPlatformPartners({ test, filter })).page.totalCount;
  assert.equal(await partners({ banks: ["SHINHAN"], accountCurrencies: ["KRW"] }), await partners({}));
  assert.equal(await partners({ banks: ["KOOKMIN"] }), 0);
  assert.equal(await partners({ accountStatuses: ["VERIFIED"], keyword: { accountNumber: "110123456789" } }), 1);
  assert.equal(await partners({ businessStatuses: ["IN_BUSINESS"], taxationTypes: ["NORMAL"] }), 1);
  assert.equal(await partners({ keyword: { email: "P2@partner" } }), 1);
  assert.equal(await partners({ keyword: { accountHolder: "% OR 1=1" } }), 0);
  const many = await partner.getPlatformPartners({ test, page: { number: 1, size: 2 }, filter: { tags: ["서울"] } });
  assert.deepEqual([many.items.length, many.page.totalCount], [2, await partners({})]);
  assert.equal((await policy.getPlatformAdditionalFeePolicies({ test, filter: { keyword: { fee: "5000" } } })).page.totalCount, 1);
  assert.equal((await policy.getPlatformAdditionalFeePolicies({ test, filter: { keyword: { fee: "500" } } })).page.totalCount, 0);
  assert.equal((await policy.getPlatformContracts({ test, filter: { cycleTypes: ["MONTHLY"], datePolicies: ["CALENDAR_DAY"] } })).page.totalCount, 0);
});

aside("the transfer sheet has the chosen columns in their order, and the platform's own", async () => {
  const file = await transfer.downloadPlatformTransferSheet({ test, filter: { keyword: { paymentId: "pay1" } }, fields: ["TRANSFER_PAYMENT_ID", "TRANSFER_ORDER_AMOUNT", "TRANSFER_channel", "PARTNER_grade", "PARTNER_NAME"] });
  const text = typeof file === "string" ? file : await new Response(file).text();
  assert.deepEqual(text.replace(/^\uFEFF/, "").trim().split("\r\n"), ["주문 번호,주문 금액,channel,grade,파트너 이름", "pay1,10000,앱,A,p1"]);
  await refusal(transfer.downloadPlatformTransferSheet({ test, fields: ["NOBODY"] }), "INVALID_REQUEST");
});

aside("settings are kept one by one", async () => {
  await platform.updatePlatformSetting({ test, supportsMultipleOrderTransfersPerPartner: true, defaultDepositMemo: "정산금" });
  const setting = await platform.getPlatformSetting({ test });
  assert.deepEqual([setting.supportsMultipleOrderTransfersPerPartner, setting.defaultDepositMemo], [true, "정산금"]);
  await order("pay1", { orderAmount: 700 });
});

aside("settlements: gathered, deleted, paid by hand and by the bank", async () => {
  await own.advanceTo(new Date(Date.parse(await soon(3))));
  const all = async (filter = {}) => (await partnerSettlement.getPlatformPartnerSettlements({ test, page: { size: 100 }, filter })).items;
  const settlements = await all();
  const of = (type, id) => settlements.find((one) => one.type === type && one.partner.id === id);
  const remove = (...partnerSettlementIds) => post("/platform/partner-settlements/delete", { partnerSettlementIds });
  const complete = (bulkPayoutId, ...partnerSettlementIds) => post("/platform/partner-settlements/complete-payout", { bulkPayoutId, partnerSettlementIds });
  const [orders, cancels, manual] = [of("ORDER", "p1"), of("ORDER_CANCEL", "p1"), of("MANUAL", "p2")];
  await refusal(remove("nobody"), "PLATFORM_PARTNER_SETTLEMENTS_NOT_FOUND");
  await refusal(remove(orders.id), "PLATFORM_REFERENCED_CANCEL_ORDER_TRANSFERS_EXIST");
  await refusal(complete("hand"), "PLATFORM_NO_SELECTED_PARTNER_SETTLEMENTS");
  await refusal(complete("hand", orders.id, orders.id), "PLATFORM_DUPLICATED_PARTNER_SETTLEMENT_IDS");
  // The reference gives this error the name of another one.
  await refusal(complete("hand", manual.id), "PLATFORM_CURRENCY_NOT_SUPPORTED");
  const move = (command) => post(`/platform/partner-settlements/${command}`, { partnerSettlementIds: [manual.id] });
  for (const [command, status] of [["withhold", "PAYOUT_WITHHELD"], ["exclude", "PAYOUT_EXCLUDED"], ["prepare", "PAYOUT_PREPARED"]]) {
    assert.equal((await move(command)).partnerSettlements[0].status, status);
  }
  assert.equal((await move("prepare").catch((error) => error)).data.type, "PARTNER_SETTLEMENTS_NOT_IN_STATE");
  const rows = await read("/platform/partner-settlements/sheet-file", { filter: { settlementTypes: ["MANUAL"] }, fields: ["SETTLEMENT_ID", "SETTLEMENT_AMOUNT", "PARTNER_ID"] });
  assert.deepEqual(rows, ["정산 내역 아이디,정산 금액,파트너 아이디", `${manual.id},-3000,p2`]);
  await remove(manual.id);
  const done = await complete("hand", orders.id, cancels.id);
  assert.deepEqual([done.bulkPayoutId, done.payoutCount, done.partnerSettlementCount], ["hand", 1, 2]);
  await refusal(complete("hand", orders.id), "PLATFORM_BULK_PAYOUT_ID_ALREADY_EXISTS");
  await refusal(complete("again", orders.id), "PLATFORM_NON_PAYABLE_PARTNER_SETTLEMENTS");
  await refusal(remove(orders.id), "PLATFORM_NON_DELETABLE_PARTNER_SETTLEMENTS");
  await refusal(transfer.deletePlatformTransfer({ test, id: state.cancelled }), "PLATFORM_TRANSFER_NON_DELETABLE_STATUS");

  await order("pay9", { orderAmount: 50_000 }, { partnerId: "p2" });
  await own.advanceTo(new Date(Date.parse(await soon(3))));
  const { bulkPayout: bulk } = await own.createBulkPayout({ partnerSettlementIds: (await all({ partnerIds: ["p2"] })).map(({ id }) => id) });
  await own.confirmBulkPayout(bulk.id);
  await own.executeBulkPayout(bulk.id);
  await until("the bank to finish", async () => (await bulkPayout.getPlatformBulkPayouts({ test, filter: { criteria: { bulkPayoutId: bulk.id } } })).items[0].status === "COMPLETED", 120_000);
  const { items: [paid], counts } = await payout.getPlatformPayouts({ test, filter: { criteria: { bulkPayoutId: bulk.id }, payoutCurrencies: ["KRW"], taxInvoiceStatuses: ["NONE"], partnerTags: ["서울"] } });
  assert.deepEqual([paid.status, counts.succeeded], ["SUCCEEDED", 1]);
  const moved = await accountTransfer.getPlatformAccountTransfers({ test, filter: { payoutId: paid.id, types: ["WITHDRAWAL"], statuses: ["SUCCEEDED"] } });
  assert.deepEqual([moved.items.length, moved.items[0].amount, moved.items[0].partnerId], [1, paid.amount, "p2"]);
  const bulks = await bulkAccountTransfer.getPlatformBulkAccountTransfers({ test, filter: { statuses: ["COMPLETED"] } });
  assert.deepEqual([bulks.items.length, bulks.items[0].totalAmount, bulks.items[0].stats.count.succeeded], [1, paid.amount, 1]);
});

aside("what comes into the account is listed once the bank has told it, and only to its owner", async () => {
  const deposit = async (account, depositorName) => assert.equal((await fetch(new URL("/bank/deposits", server.emulator), {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ account, amountWon: 12_345, depositorName, memo: "선수금" }),
  })).status, 200);
  await deposit("merchant-sample", "실제 쪽");
  await deposit("merchant-other/test", "다른 회사");
  await deposit("merchant-sample/test", "홍길동");
  for (let look = 0; look < 2; look++) await own.advanceTo(new Date(Date.parse(await soon(0.001))));
  const { items } = await accountTransfer.getPlatformAccountTransfers({ test, filter: { types: ["DEPOSIT"] } });
  assert.deepEqual(items.map(({ depositorName, amount, depositMemo, status }) => [depositorName, amount, depositMemo, status]), [["홍길동", 12_345, "선수금", "SUCCEEDED"]]);
});

aside("a temporary holiday moves the dates of later orders only", async () => {
  const day = (await soon(40)).slice(0, 8) + "15";
  const dated = { test, id: "dated", name: "15일", platformFee: { fixedRate: 0 }, platformFeeVatPayer: "PARTNER", subtractPaymentVatAmount: false,
    settlementCycle: { lagDays: 1, datePolicy: "HOLIDAY_BEFORE", method: { monthly: { daysOfMonth: [15] } } } };
  await policy.createPlatformContract(dated);
  const settled = async (paymentId) => (await order(paymentId, { orderAmount: 1_000 }, { contractId: "dated", settlementStartDate: day.slice(0, 8) + "01" })).transfer.settlementDate;
  const before = await settled("holiday-1");
  await put(`/platform/holidays/${before}`, { isHoliday: true, name: "임시공휴일" });
  const after = await settled("holiday-2");
  assert.ok(after < before, `${after} is before ${before}`);
  assert.ok((await read(`/platform/holidays?year=${before.slice(0, 4)}`)).items.some(({ date, name, isEdited }) => date === before && name === "임시공휴일" && isEdited));
});

aside("each version of a contract is kept with who made it", async () => {
  const { items } = await read("/platform/contracts/c1/versions");
  assert.deepEqual(items.map(({ contract }) => contract.name).filter((name, index, all) => name !== all[index - 1]), ["때가 된 예약", "c1"]);
  assert.deepEqual([items[0].recorded.actorKind, items.at(-1).recorded.actorKind], ["SYSTEM", "API_SECRET"]);
  assert.ok((await read("/platform/partners/p1/versions")).items.length >= 3);
});

aside("many callers at once: no edit is lost, no id is used twice, nothing is cancelled that isn't there", async () => {
  const changes = { name: "함께 고친 이름", memo: "함께 고친 메모", tags: ["부산"], contact: { name: "함께", email: "together@partner.example" }, account: bank({ number: "110000009999" }) };
  await Promise.all(Object.entries(changes).map(([name, value]) => partner.updatePlatformPartner({ test, id: "p2", [name]: value })));
  const edited = await partner.getPlatformPartner({ test, id: "p2" });
  assert.deepEqual([edited.name, edited.memo, edited.tags, edited.contact.name, edited.account.number], [changes.name, changes.memo, changes.tags, "함께", "110000009999"]);

  const outcomes = async (calls) => (await Promise.allSettled(calls)).map(({ status, reason }) => (status === "fulfilled" ? "made" : (reason.data?.type ?? String(reason))));
  const once = (told, refusedAs) => assert.deepEqual([told.filter((one) => one === "made").length, told.filter((one) => one === refusedAs).length], [1, told.length - 1], String(told));
  once(await outcomes(Array.from({ length: 12 }, () => partner.createPlatformPartner({ test, ...person("at-once") }))), "PLATFORM_PARTNER_ID_ALREADY_EXISTS");
  once(await outcomes(Array.from({ length: 12 }, (_, index) => named("one-id", `race-${index}`, 1_000))), "PLATFORM_TRANSFER_ID_ALREADY_USED");

  await order("race-lines", { orderLines: [line("a", 1_000, 7), line("b", 2_000, 5)] });
  const parts = Array.from({ length: 16 }, (_, index) => ({ productId: index % 2 ? "a" : "b", quantity: 1 + (index % 3) }));
  const told = await outcomes(parts.map((part, index) => cancel("race-lines", `race-${index}`, { orderLines: [{ ...part, discounts: [] }] })));
  const { transferSummaries } = await transfer.getPlatformTransferSummaries({ test, page: { size: 100 }, filter: { keyword: { paymentId: "race-lines" } } });
  const cancels = transferSummaries.filter(({ type }) => type === "ORDER_CANCEL");
  assert.equal(cancels.length, told.filter((one) => one === "made").length);
  for (const [productId, quantity] of [["a", 7], ["b", 5]]) {
    const taken = parts.filter((part, index) => part.productId === productId && told[index] === "made").reduce((sum, part) => sum + part.quantity, 0);
    assert.ok(taken > 0 && taken <= quantity, `${productId}: ${taken} of ${quantity}`);
    const smallest = Math.min(...parts.filter((part, index) => part.productId === productId && told[index] !== "made").map((part) => part.quantity));
    assert.ok(smallest > quantity - taken, `${productId}: ${smallest} was refused although ${quantity - taken} were left`);
  }
});

aside("without a known secret nobody comes in", () =>
  refusal(PortOneClient({ secret: "nobody", baseUrl: server.address }).platform.getPlatformSetting({ test }), "UNAUTHORIZED"));

aside("every method of the platform client was called and answered", () => {
  const methods = methodsOf(real, "platform");
  assert.ok(methods.length > 60, `${methods.length} methods`);
  assert.deepEqual(methods.filter((name) => !called.has(name)), []);
  const told = new Set([...answered.values()].flatMap(({ name, calls }) => calls.map(({ method }) => `${name.replaceAll("/", ".")}.${method}`)));
  assert.deepEqual(methods.filter((name) => !told.has(name)), [], "methods that were never answered");
});

aside("every answer and every request of the platform client fits the SDK's types", () => assertAnswersFitTypes([...answered.values()]));

const { passed, failed } = await runChecks();
await tellMet(server.address);
if (failed > 0) console.log(server.output().split("\n").slice(-60).join("\n"));
await server.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
