// One month of a platform through the official SDK, unmodified: from orders to reverse-issued invoices at the tax office.
// Amounts and dates of the examples: PortOne's published guides on settlement amounts and settlement dates.
import { strict as assert } from "node:assert";
import { PortOneClient } from "@portone/server-sdk";
import { tellMet } from "./met.mjs";
import { planB2b } from "./b2b.mjs";
import { aside, runChecks, step, until } from "./checks.mjs";
import { businessNumber, isWeekend, nextDay, ownOperations, seoulDate, seoulTime } from "./platform.mjs";
import { startReceiver } from "./receiver.mjs";
import { makeTestCertificate, startServer } from "./server.mjs";
import { newSupplier } from "./supplier.mjs";
import { newVisitor } from "./visitor.mjs";

const test = true;
const server = await startServer();
const receiver = await startReceiver();
const { platform, b2b } = PortOneClient({ secret: server.secret, baseUrl: server.address });
const { policy, partner, transfer, partnerSettlement, payout, bulkPayout } = platform;
const own = ownOperations(server);

const numbers = {
  general: businessNumber("114860001"),
  simplified: businessNumber("214870001"),
  exempt: businessNumber("301820002"),
  other: businessNumber("402930003"),
  unconnected: businessNumber("503040004"),
};
const state = {};

// The refusal of an SDK call, by its error type; fails when the call is carried out.
async function refusal(call, type) {
  const error = await call.then(() => assert.fail(`was carried out instead of refused as ${type}`), (refused) => refused);
  assert.equal(error.data?.type, type, error.stack);
  assert.match(error.data.message, /[가-힣]/, "the refusal has a Korean message");
  return error.data;
}

function newPartner(id, name, type) {
  const contact = { name: "김정산", phoneNumber: "010-0000-0000", email: `${id}@partner.example` };
  const account = { bank: "SHINHAN", currency: "KRW", number: "110000001234", holder: name };
  return partner.createPlatformPartner({ test, id, name, contact, account, defaultContractId: "contract-a", tags: [], type });
}

function newBusiness(id, name, taxationType, businessRegistrationNumber) {
  const business = {
    companyName: name, taxationType, businessRegistrationNumber, representativeName: "김정산",
    companyAddress: "서울특별시 중구 세종대로 110", businessType: "도소매", businessClass: "전자상거래",
  };
  return newPartner(id, name, { business });
}

const order = (partnerId, paymentId, orderDetail, more = {}) =>
  transfer.createPlatformOrderTransfer({
    test, partnerId, paymentId, orderDetail, discounts: [], additionalFees: [], externalPaymentDetail: { currency: "KRW" }, ...more,
  });

const cancel = (partnerId, paymentId, cancellationId, orderDetail, more = {}) =>
  transfer.createPlatformOrderCancelTransfer({ test, partnerId, paymentId, cancellationId, orderDetail, discounts: [], ...more });

function assertAmounts(made, expected) {
  for (const [name, won] of Object.entries(expected)) assert.equal(made.transfer.amount[name], won, name);
}

const line = (id, amount, quantity) => ({ product: { id, name: id, amount }, quantity, discounts: [], additionalFees: [] });

step("platform settings are gross amounts with withholding", async () => {
  await platform.updatePlatformSetting({ test, settlementAmountType: "GROSS", deductWht: true });
  const setting = await platform.getPlatformSetting({ test });
  assert.equal(setting.settlementAmountType, "GROSS");
  assert.equal(setting.deductWht, true);
});

step("contract: 10 %, VAT by partner, D+2, monthly on the last day, business day before", async () => {
  await policy.createPlatformContract({
    test, id: "contract-a", name: "기본 계약", platformFee: { fixedRate: 10_000 }, platformFeeVatPayer: "PARTNER", subtractPaymentVatAmount: false,
    settlementCycle: { lagDays: 2, datePolicy: "HOLIDAY_BEFORE", method: { monthly: { daysOfMonth: [31] } } },
  });
  const contract = await policy.getPlatformContract({ test, id: "contract-a" });
  assert.equal(contract.platformFee.rate, 10_000);
  assert.equal(contract.settlementCycle.lagDays, 2);
});

step("discount-share policy of 50 % and additional-fee policy of 5 %", async () => {
  await policy.createPlatformDiscountSharePolicy({ test, id: "half", name: "할인 반반", partnerShareRate: 50_000 });
  await policy.createPlatformAdditionalFeePolicy({ test, id: "fee-5", name: "추가 5%", fee: { fixedRate: 5_000 }, vatPayer: "PARTNER" });
  assert.equal((await policy.getPlatformDiscountSharePolicy({ test, id: "half" })).partnerShareRate, 50_000);
});

step("partners of each type", async () => {
  await newBusiness("general", "일반상점", "NORMAL", numbers.general);
  await newBusiness("simplified", "간이상점", "SIMPLE_TAX_INVOICE_ISSUER", numbers.simplified);
  await newBusiness("exempt", "면세농장", "TAX_FREE", numbers.exempt);
  await newBusiness("examples", "예시상점", "NORMAL", numbers.other);
  await newBusiness("unconnected", "미연동상점", "NORMAL", numbers.unconnected);
  await newBusiness("wrong-number", "번호오류상점", "NORMAL", "1234567890");
  await newPartner("withheld", "김프리", { whtPayer: { birthdate: "1990-01-01" } });
  await newPartner("not-withheld", "이개인", { nonWhtPayer: {} });
  const { items } = await partner.getPlatformPartners({ test });
  assert.equal(items.length, 8);
});

aside("an id is used once", async () => {
  await refusal(newBusiness("general", "일반상점", "NORMAL", numbers.general), "PLATFORM_PARTNER_ID_ALREADY_EXISTS");
  const again = { test, id: "half", name: "할인 반반", partnerShareRate: 50_000 };
  await refusal(policy.createPlatformDiscountSharePolicy(again), "PLATFORM_DISCOUNT_SHARE_POLICY_ALREADY_EXISTS");
});

step("a webhook endpoint is registered", async () => {
  const { webhookEndpoint } = await own.addWebhookEndpoint(receiver.url);
  assert.match(webhookEndpoint.secret, /^whsec_/);
  state.webhookSecret = webhookEndpoint.secret;
});

step("nothing of a partner leaves before it was told: connecting is refused", async () => {
  const refused = await partner.connectPartnerMemberCompany({ test, id: "general" }).then(() => null, (error) => error);
  assert.ok(refused, "connected without a notice");
  const { type } = await partner.getPlatformPartner({ test, id: "general" });
  assert.equal(type.memberCompanyConnectionStatus, "NOT_CONNECTED");
  assert.equal((await own.disclosures("general")).items.length, 0);
});

step("the platform publishes who gets what, and has it in the terms that partners accept", async () => {
  const { notice } = await own.publishNotice();
  assert.match(notice.wording, /팝빌/);
  const { toldCount } = await own.tellInTerms("파트너 이용약관 1.0 제12조", "2026-01-01");
  assert.equal(toldCount, 8);
  assert.equal((await own.privacy()).untoldPartnerCount, 0);
});

step("business partners are connected to the NTS and welcomed by the agency", async () => {
  for (const id of ["general", "simplified", "exempt"]) await partner.connectPartnerMemberCompany({ test, id });
  for (const id of ["general", "simplified", "exempt"]) {
    await until(`${id} to be connected`, async () => {
      const { type } = await partner.getPlatformPartner({ test, id });
      assert.notEqual(type.memberCompanyConnectionStatus, "CONNECT_FAILED", type.memberCompanyConnectionFailedReason);
      return type.memberCompanyConnectionStatus === "CONNECTED";
    });
    await until(`the welcome mail to ${id}`, async () =>
      (await own.mails()).some((mail) => mail.to.includes(`${id}@partner.example`) && /popbill|팝빌/i.test(`${mail.source} ${mail.from} ${mail.subject}`)));
  }
});

step("what of a partner went where is on record", async () => {
  const { items } = await own.disclosures("general");
  assert.ok(items.some((line) => line.processorId === "popbill" && line.work === "TAX_INVOICES" && line.items.includes("CONTACT")));
});

step("connecting in bulk is a task that can be asked for again, with each partner's reason", async () => {
  const { bulkTask } = await partner.connectBulkPartnerMemberCompany({ test, filter: { ids: ["general", "wrong-number"] } });
  assert.equal(bulkTask.type, "CONNECT_MEMBER_COMPANIES");
  const done = await until("the bulk task to end", async () => {
    const { bulkTask: now } = await own.bulkTask(bulkTask.id);
    return now.status === "COMPLETED" && now;
  });
  assert.equal(done.progressStats.failedCount, 2);
  const { items } = await own.bulkTaskItems(bulkTask.id);
  assert.deepEqual(items.map((item) => item.state), ["FAILED", "FAILED"]);
  for (const item of items) assert.match(item.message, /[가-힣]/);
});

step("a wrong business number ends CONNECT_FAILED with the reason", async () => {
  await partner.connectPartnerMemberCompany({ test, id: "wrong-number" });
  const type = await until("the connection to fail", async () => {
    const { type } = await partner.getPlatformPartner({ test, id: "wrong-number" });
    return type.memberCompanyConnectionStatus === "CONNECT_FAILED" && type;
  });
  assert.match(type.memberCompanyConnectionFailedReason, /[가-힣]/);
});

aside("a person can't be connected", () =>
  refusal(partner.connectPartnerMemberCompany({ test, id: "withheld" }), "PLATFORM_PARTNER_TYPE_IS_NOT_BUSINESS"));

step("published dates: 2023-08-11 settles on 2023-08-31, 2023-09-01 on 2023-09-27", async () => {
  const august = await order("examples", "date-1", { orderAmount: 10_000 }, { settlementStartDate: "2023-08-11" });
  assert.equal(august.transfer.settlementDate, "2023-08-31");
  const september = await order("examples", "date-2", { orderAmount: 10_000 }, { settlementStartDate: "2023-09-01" });
  assert.equal(september.transfer.settlementDate, "2023-09-27");
});

step("published amounts of orders", async () => {
  state.today = seoulDate(await own.now());
  const plain = await order("general", "plain", { orderAmount: 10_000 });
  assertAmounts(plain, { order: 10_000, payment: 10_000, platformFee: 1_000, platformFeeVat: 100, settlement: 8_900 });
  assert.equal(plain.transfer.settlementStartDate, state.today);
  state.settlementDate = plain.transfer.settlementDate;
  const lines = await order("general", "lines", { orderLines: [line("tea", 2_000, 5), line("cup", 4_000, 1)] });
  assertAmounts(lines, { order: 14_000, platformFee: 1_400, platformFeeVat: 140, settlement: 12_460 });
  assert.deepEqual(lines.transfer.orderLines.map(({ amount }) => amount.settlement), [8_900, 3_560]);
  const discounted = await order("general", "discount", { orderAmount: 10_000 }, { discounts: [{ sharePolicyId: "half", amount: 2_000 }] });
  assertAmounts(discounted, { discount: 2_000, payment: 8_000, discountShare: 1_000, platformFee: 1_000, platformFeeVat: 100, settlement: 7_900 });
  const withFee = await order("general", "fee", { orderAmount: 10_000 }, { additionalFees: [{ policyId: "fee-5" }] });
  assertAmounts(withFee, { additionalFee: 500, additionalFeeVat: 50, platformFee: 1_000, platformFeeVat: 100, settlement: 8_350 });
});

step("published amounts of cancellations", async () => {
  const part = await cancel("general", "plain", "cancel-plain", { orderAmount: 5_000 });
  assertAmounts(part, { order: 5_000, platformFee: 500, platformFeeVat: 50, settlement: 4_450 });
  const two = await cancel("general", "lines", "cancel-lines", { orderLines: [{ productId: "tea", quantity: 2, discounts: [] }] });
  assertAmounts(two, { order: 4_000, platformFee: 400, platformFeeVat: 40, settlement: 3_560 });
});

aside("cancelling more than remains is refused and says what remains", async () => {
  const said = await refusal(cancel("general", "plain", "cancel-too-much", { orderAmount: 5_001 }), "PLATFORM_CANCELLABLE_AMOUNT_EXCEEDED");
  assert.equal(said.cancellableAmount, 5_000);
});

aside("the same order twenty times at once is one transfer", async () => {
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => order("examples", "at-once", { orderAmount: 1_000 }, { settlementStartDate: "2023-08-11" })));
  const made = tries.filter(({ status }) => status === "fulfilled");
  assert.equal(made.length, 1);
  for (const { reason } of tries.filter(({ status }) => status === "rejected")) {
    assert.equal(reason.data?.type, "PLATFORM_TRANSFER_ALREADY_EXISTS", reason.stack);
    assert.equal(reason.data.transferId, made[0].value.transfer.id);
  }
});

aside("a request with one key, twenty times at once, is carried out once and answered alike", async () => {
  const body = { partnerId: "examples", settlementAmount: 7_000, settlementDate: "2023-08-31" };
  const answers = await Promise.all(Array.from({ length: 20 }, () => own.registerManualTransfer(body, "one-key")));
  assert.equal(new Set(answers.map((answer) => answer.transfer.id)).size, 1);
  const other = await own.registerManualTransfer({ ...body, settlementAmount: 8_000 }, "one-key").catch((refused) => refused);
  assert.equal(other.data?.type, "IDEMPOTENCY_KEY_REUSED", JSON.stringify(other.data ?? other));
});

step("orders of the other partners", async () => {
  const simplified = await order("simplified", "simplified-1", { orderAmount: 110_000 });
  assertAmounts(simplified, { settlement: 97_900 });
  const exempt = await order("exempt", "exempt-1", { orderAmount: 10_000 }, { taxFreeAmount: 10_000 });
  assertAmounts(exempt, { settlement: 8_900, orderTaxFree: 10_000 });
  const { settlementDate } = state;
  await transfer.createPlatformManualTransfer({ test, partnerId: "withheld", settlementAmount: 1_000_000, settlementDate });
  await transfer.createPlatformManualTransfer({ test, partnerId: "not-withheld", settlementAmount: 500_000, settlementDate });
});

step("on the settlement date the partner settlements exist", async () => {
  const now = await own.now();
  const morning = seoulTime(state.settlementDate, "09:00");
  if (morning > now) await own.advanceTo(morning);
  const filter = { settlementDates: [state.settlementDate] };
  const items = await until("six settlements of five partners", async () => {
    const { items } = await partnerSettlement.getPlatformPartnerSettlements({ test, filter });
    return items.length >= 6 && items;
  });
  const sums = Object.fromEntries(items.map((one) => [`${one.partner.id} ${one.type}`, one.amount.settlement]));
  assert.deepEqual(Object.keys(sums).sort(), [
    "exempt ORDER", "general ORDER", "general ORDER_CANCEL", "not-withheld MANUAL", "simplified ORDER", "withheld MANUAL",
  ]);
  assert.equal(items.length, 6);
  assert.equal(sums["general ORDER"], 8_900 + 12_460 + 7_900 + 8_350);
  assert.equal(sums["general ORDER_CANCEL"], 4_450 + 3_560);
  assert.ok(items.every(({ status }) => status === "PAYOUT_PREPARED"));
});

step("a bulk payout is created, confirmed and executed", async () => {
  const created = await own.createBulkPayout({ name: "이번 달 정산", settlementDates: [state.settlementDate] });
  const { id } = created.bulkPayout;
  state.bulkPayoutId = id;
  await own.confirmBulkPayout(id);
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => own.executeBulkPayout(id)));
  assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1, "twenty executions at once are one");
  for (const { reason } of tries.filter(({ status }) => status === "rejected")) {
    assert.equal(reason.data?.type, "BULK_PAYOUT_NOT_IN_STATE", reason.stack);
  }
  await until("the bulk payout to be completed", async () => {
    const { items } = await bulkPayout.getPlatformBulkPayouts({ test, filter: { criteria: { bulkPayoutId: id } } });
    return items.length === 1 && items[0].status === "COMPLETED";
  });
});

step("VAT and withholding of the payouts, to the won", async () => {
  const { items } = await payout.getPlatformPayouts({ test, filter: { criteria: { bulkPayoutId: state.bulkPayoutId } } });
  const of = Object.fromEntries(items.map((one) => [one.partner.id, one]));
  assert.equal(items.length, 5);
  const expected = {
    general: { amount: 29_600, supplyAmount: 26_909, vatAmount: 2_691 },
    simplified: { amount: 97_900, supplyAmount: 89_000, vatAmount: 8_900 },
    exempt: { amount: 8_900, vatAmount: 0 },
    withheld: { amount: 967_000, incomeTaxAmount: 30_000, localIncomeTaxAmount: 3_000, vatAmount: 0 },
    "not-withheld": { amount: 500_000, incomeTaxAmount: 0, vatAmount: 0 },
  };
  for (const [id, amounts] of Object.entries(expected)) {
    for (const [name, won] of Object.entries(amounts)) assert.equal(of[id][name], won, `${id} ${name}`);
    assert.equal(of[id].status, "SUCCEEDED", id);
  }
  state.payouts = of;
});

step("the bank moved each payout's money once", async () => {
  const transfers = await own.bankTransfers();
  const sent = transfers.map(({ amountWon, amount }) => amountWon ?? amount).sort((a, b) => a - b);
  assert.deepEqual(sent, [8_900, 29_600, 97_900, 500_000, 967_000]);
});

step("tax invoices are drafted from the payouts", async () => {
  const made = await own.draftTaxInvoices({ bulkPayoutId: state.bulkPayoutId });
  state.bulkTaxInvoiceId = made.bulkTaxInvoice.id;
  const invoices = await Promise.all(made.taxInvoiceIds.map(invoice));
  state.invoices = Object.fromEntries(invoices.map((one) => [one.supplier.brn.replaceAll("-", ""), one]));
  assert.equal(invoices.length, 3);
  assert.ok(invoices.every(({ status }) => status === "DRAFTED"));
  assert.equal(state.invoices[numbers.general].totalSupplyAmount, 26_909);
  assert.equal(state.invoices[numbers.general].totalTaxAmount, 2_691);
  assert.equal(state.invoices[numbers.exempt].totalTaxAmount, 0);
});

aside("a payout is drafted once", async () => {
  const again = await own.draftTaxInvoices({ bulkPayoutId: state.bulkPayoutId }).catch((refused) => refused.data);
  assert.deepEqual(again.taxInvoiceIds ?? [], [], JSON.stringify(again));
});

const invoice = (id) => b2b.taxInvoice.getB2bTaxInvoice({ test, taxInvoiceKey: id, taxInvoiceKeyType: "TAX_INVOICE_ID" });

aside("an invoice of a partner that is not connected is refused", async () => {
  const drafted = state.invoices[numbers.general];
  const taxInvoice = {
    taxationType: "TAXABLE", writeDate: drafted.writeDate, purposeType: "RECEIPT", totalSupplyAmount: 1_000, totalTaxAmount: 100, totalAmount: 1_100,
    supplier: { ...drafted.supplier, brn: numbers.unconnected, name: "미연동상점" }, recipient: drafted.recipient,
    items: [{ purchaseDate: drafted.writeDate, name: "수수료", supplyCostAmount: 1_000, taxAmount: 100 }],
  };
  await refusal(b2b.taxInvoice.requestB2bTaxInvoiceReverseIssuance({ test, taxInvoice }), "B2B_SUPPLIER_NOT_FOUND");
});

step("they are requested in bulk and each supplier gets one mail with a link", async () => {
  await own.requestBulkTaxInvoice(state.bulkTaxInvoiceId);
  state.links = {};
  for (const id of ["general", "simplified", "exempt"]) {
    const links = await until(`the request mail to ${id}`, async () => {
      const found = await linksMailedTo(id);
      return found.length > 0 && found;
    });
    assert.equal(links.length, 1);
    state.links[id] = links[0];
    await until(`the invoice of ${id} to be requested`, async () => (await invoice(state.invoices[numbers[id]].id)).status === "REQUESTED");
  }
});

// The links of the request mails to the partner, the oldest first.
async function linksMailedTo(id) {
  const link = new RegExp(`${server.address}/s/[A-Za-z0-9_-]+`);
  const mails = (await own.mails()).filter((mail) => mail.to.includes(`${id}@partner.example`) && link.test(mail.text));
  return mails.map((mail) => link.exec(mail.text)[0]);
}

aside("requesting again requests nothing and mails nothing", async () => {
  const again = await own.requestBulkTaxInvoice(state.bulkTaxInvoiceId).catch((refused) => refused.data);
  assert.deepEqual(again.taxInvoiceIds ?? [], [], JSON.stringify(again));
  for (const id of ["general", "simplified", "exempt"]) assert.equal((await linksMailedTo(id)).length, 1, id);
});

aside("a partner with an invoice under way is neither disconnected nor archived", async () => {
  await refusal(partner.disconnectPartnerMemberCompany({ test, id: "general" }), "PLATFORM_ONGOING_TAX_INVOICE_EXISTS");
  await refusal(partner.archivePlatformPartner({ test, id: "general" }), "PLATFORM_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS");
});

step("a mail that is sent again has a new link, and the old one is closed", async () => {
  const old = state.links.exempt;
  await own.resendRequest(state.invoices[numbers.exempt].id);
  const links = await until("the second request mail", async () => {
    const found = await linksMailedTo("exempt");
    return found.length > 1 && found;
  });
  assert.equal(links.length, 2);
  state.links.exempt = links.find((link) => link !== old);
  const closed = await newVisitor().open(old);
  assert.equal(closed.status, 410);
  assert.match(closed.text, /더 새로운 메일이 있습니다/);
});

aside("a link that was never sent leads nowhere", async () => {
  const unknown = await newVisitor().open(`${server.address}/s/${"A".repeat(43)}`);
  assert.equal(unknown.status, 404);
  assert.match(unknown.text, /링크를 찾을 수 없습니다/);
});

step("a wrong business number doesn't open the invoice", async () => {
  state.supplier = newSupplier(state.links.general);
  const page = await state.supplier.enterBusinessNumber(numbers.other);
  assert.doesNotMatch(page.text, /26,909/);
  const stranger = await newSupplier(state.links.general).invoice();
  assert.doesNotMatch(stranger.text, /26,909/);
});

step("the right one shows the invoice in its lawful form", async () => {
  const page = await state.supplier.enterBusinessNumber(numbers.general);
  assert.equal(page.status, 200);
  for (const words of ["26,909", "2,691", "29,600", "공급자", "공급받는", "등록번호", "작성일"]) assert.ok(page.text.includes(words), words);
});

step("approving without a certificate asks for one; another company's and an expired one are refused", async () => {
  const page = await state.supplier.approve();
  assert.match(page.text, /인증서/);
  const wrong = await makeTestCertificate(numbers.other);
  const answer = await state.supplier.registerCertificate(wrong);
  await wrong.remove();
  assert.match(answer.text, /인증서가 아니에요/, answer.text);
  const old = await makeTestCertificate(numbers.general, "--expired");
  const tooLate = await state.supplier.registerCertificate(old);
  await old.remove();
  assert.match(tooLate.text, /에 끝난 인증서예요/, tooLate.text);
  assert.equal((await invoice(state.invoices[numbers.general].id)).status, "REQUESTED");
});

step("with the company's own certificate the supplier approves, and it is issued", async () => {
  await registerAndApprove(state.supplier, "general");
  const second = newSupplier(state.links.simplified);
  await second.enterBusinessNumber(numbers.simplified);
  await registerAndApprove(second, "simplified");
});

async function registerAndApprove(supplier, id) {
  const certificate = await makeTestCertificate(numbers[id]);
  await supplier.registerCertificate(certificate);
  await certificate.remove();
  await supplier.approve();
  const issued = await until(`the invoice of ${id} to be issued`, async () => {
    const now = await invoice(state.invoices[numbers[id]].id);
    return ["ISSUED", "BEFORE_SENDING", "WAITING_SENDING"].includes(now.status) && now;
  });
  assert.match(issued.ntsApprovalNumber, /^[0-9A-Za-z]{24}$/);
}

step("another supplier refuses with a reason", async () => {
  const supplier = newSupplier(state.links.exempt);
  await supplier.enterBusinessNumber(numbers.exempt);
  await supplier.refuse("금액이 약속과 달라요");
  await until("the invoice to be refused", async () => (await invoice(state.invoices[numbers.exempt].id)).status === "REQUEST_REFUSED");
});

step("it is sent to the NTS at 15:00 of the next business day, not before", async () => {
  const { id, issuedAt } = await invoice(state.invoices[numbers.general].id);
  let day = seoulDate(new Date(issuedAt));
  // A weekday that is a public holiday is passed over; no Korean holiday lasts longer than this.
  for (let tries = 0; tries < 12; tries++) {
    day = nextDay(day);
    await own.advanceTo(seoulTime(day, "14:50"));
    assert.notEqual((await invoice(id)).status, "SENDING_COMPLETED", `${day} 14:50`);
    if (isWeekend(day)) continue;
    await own.advanceTo(seoulTime(day, "15:01"));
    const sent = await until("the invoice to be sent", async () => (await invoice(id)).status === "SENDING_COMPLETED", 15_000).catch(() => false);
    if (sent) return;
  }
  assert.fail("never sent");
});

step("the payouts show their invoices and states", async () => {
  const { items } = await payout.getPlatformPayouts({ test, filter: { criteria: { bulkPayoutId: state.bulkPayoutId } } });
  const of = Object.fromEntries(items.map((one) => [one.partner.id, one]));
  for (const [id, status] of [["general", "SENDING_COMPLETED"], ["simplified", "SENDING_COMPLETED"], ["exempt", "REQUEST_REFUSED"]]) {
    assert.equal(of[id].taxInvoiceId, state.invoices[numbers[id]].id, id);
    assert.equal(of[id].taxInvoiceStatus, status, id);
  }
  assert.equal(of.withheld.taxInvoiceStatus, "NONE");
});

step("signed webhooks told the story, each once", async () => {
  const { id } = state.invoices[numbers.general];
  const told = await until("the webhook of the end", async () => {
    const all = (await receiver.verified(state.webhookSecret)).filter(({ data }) => data.taxInvoiceId === id);
    return all.some(({ type }) => type === "TaxInvoice.SendingCompleted") && all;
  });
  assert.deepEqual(told.map(({ type }) => type), ["TaxInvoice.Requested", "TaxInvoice.Issued", "TaxInvoice.SendingCompleted"]);
  assert.equal(told.at(-1).data.totalAmount, 29_600);
  const refused = (await receiver.verified(state.webhookSecret)).filter(({ type }) => type === "TaxInvoice.Refused");
  assert.deepEqual(refused.map(({ data }) => data.taxInvoiceId), [state.invoices[numbers.exempt].id]);
  const ids = receiver.deliveries.map(({ headers }) => headers["webhook-id"]);
  assert.equal(new Set(ids).size, ids.length);
});

planB2b({ server, own, numbers, refusal });

aside("paying more than the balance is refused as a whole", async () => {
  const settlementDate = seoulDate(await own.now());
  await transfer.createPlatformManualTransfer({ test, partnerId: "not-withheld", settlementAmount: 2_000_000_000, settlementDate });
  // What is due is gathered at once when the clock moves.
  await own.advanceTo(new Date((await own.now()).getTime() + 1_000));
  const { items } = await partnerSettlement.getPlatformPartnerSettlements({ test, filter: { settlementDates: [settlementDate], partnerIds: ["not-withheld"] } });
  const { bulkPayout: big } = await own.createBulkPayout({ name: "잔액 초과", partnerSettlementIds: items.map(({ id }) => id) });
  await own.confirmBulkPayout(big.id);
  const error = await own.executeBulkPayout(big.id).then(() => assert.fail("was carried out"), (refused) => refused);
  assert.match(error.data.type, /BALANCE/);
  assert.match(error.data.message, /잔액/);
  assert.equal((await own.bankTransfers()).length, 5);
});

aside("a link is closed two months after its mail", async () => {
  const inTime = await newVisitor().open(state.links.exempt);
  assert.equal(inTime.status, 200, inTime.text);
  await own.advanceTo(new Date((await own.now()).getTime() + 62 * 86_400_000));
  const closed = await newVisitor().open(state.links.exempt);
  assert.equal(closed.status, 410);
  assert.match(closed.text, /링크의 기한이 지났습니다/);
  const byToken = await fetch(new URL("/supplier-desk/link", server.address), { headers: { authorization: `Bearer ${state.links.exempt.split("/s/")[1]}` } });
  assert.deepEqual([byToken.status, (await byToken.json()).type], [410, "SUPPLIER_LINK_EXPIRED"]);
});

aside("what was met is told", () => tellMet(server.address));

aside("SIGTERM stops the server cleanly", async () => {
  state.isStopped = true;
  assert.equal(await server.stop(), 0);
});

const { passed, failed } = await runChecks();
if (failed > 0) console.log(server.output().split("\n").slice(-60).join("\n"));
if (!state.isStopped) await server.stop();
await receiver.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
