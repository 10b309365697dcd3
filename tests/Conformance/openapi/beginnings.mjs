import { businessNumber } from "../portone/platform.mjs";

// A small platform to begin with: one of each thing, so that requests made later have something to name and to change.
// Bodies that are accepted here are changed in one place each later on. All of it must be accepted: it is the floor under a
// run, below which its requests would only be refused. A body or a path that names what the server made is a function of the last one made.
const cycle = { lagDays: 1, datePolicy: "CALENDAR_DAY", method: { daily: {} } };
const account = { bank: "SHINHAN", currency: "KRW", number: "110000001234", holder: "김정산" };
const contact = (id) => ({ name: "김정산", email: `${id}@fuzz.example`, phoneNumber: "010-0000-0000" });
// Test numbers: their check digits are right, and nobody bears them here.
export const numbers = { us: "1234567891", shop: businessNumber("114860001"), other: businessNumber("605050005") };

const person = (id, type = { nonWhtPayer: {} }) => ({ id, name: id, contact: contact(id), account, defaultContractId: "contract-1", tags: ["서울"], type, memo: "메모" });
const business = (id, businessRegistrationNumber) => person(id, {
  business: { companyName: id, taxationType: "NORMAL", businessRegistrationNumber, representativeName: "김정산", companyAddress: "서울", businessType: "도소매", businessClass: "잡화" },
});
const order = (paymentId, partnerId, more = {}) => ({
  partnerId, paymentId, orderDetail: { orderAmount: 10_000 }, discounts: [], additionalFees: [], externalPaymentDetail: { currency: "KRW" }, ...more,
});
const line = (id) => ({ product: { id, name: id, amount: 2_000 }, quantity: 5, discounts: [], additionalFees: [] });
const company = (brn, name) => ({ brn, name, representativeName: "김대표", address: "서울", businessType: "도소매", businessClass: "문구", contact: contact(name) });

export function beginnings(now) {
  const day = (days) => new Date(now.getTime() + days * 86_400_000).toISOString();
  // Ten in the morning in Seoul: no bank is in maintenance then.
  const morning = (days) => `${new Date(now.getTime() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10)}T10:00:00+09:00`;
  const today = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
  const invoice = (supplier, recipient, more = {}) => ({
    taxationType: "TAXABLE", writeDate: today, purposeType: "RECEIPT", totalSupplyAmount: 10_000, totalTaxAmount: 1_000, totalAmount: 11_000, remarks: ["비고"], supplier, recipient,
    items: [{ purchaseDate: today, name: "품목", quantity: { value: 25, scale: 1 }, supplyCostAmount: 10_000, taxAmount: 1_000 }], ...more,
  });
  const bankFile = (last) => ({ id: last("bankFileId") });
  const settlement = (last) => ({ partnerSettlementIds: [last("partnerSettlementId")] });
  return [
    ["PUT", "/platform/user-defined-properties/{scope}/{key}", { name: "등급" }, { scope: "PARTNER", key: "grade" }],
    ["PUT", "/platform/user-defined-properties/{scope}/{key}", { name: "채널" }, { scope: "TRANSFER", key: "channel" }],
    ["POST", "/platform/contracts", { id: "contract-1", name: "계약", platformFee: { fixedRate: 10_000 }, platformFeeVatPayer: "PARTNER", subtractPaymentVatAmount: false, settlementCycle: cycle }],
    ["POST", "/platform/contracts", { name: "월", platformFee: { fixedAmount: 100 }, platformFeeVatPayer: "MERCHANT", subtractPaymentVatAmount: true, settlementCycle: { ...cycle, datePolicy: "HOLIDAY_BEFORE", method: { monthly: { daysOfMonth: [15, 31] } } } }],
    ["POST", "/platform/discount-share-policies", { id: "share-1", name: "반반", partnerShareRate: 50_000 }],
    ["POST", "/platform/additional-fee-policies", { id: "fee-1", name: "추가", fee: { fixedRate: 5_000 }, vatPayer: "PARTNER" }],
    ["POST", "/platform/contracts/{id}/schedule", { update: { name: "예약" }, appliedAt: day(20) }, { id: "contract-1" }],
    ["POST", "/platform/privacy/notices", {}],
    ["POST", "/platform/privacy/told-in-terms", { document: "약관 제1조", documentDate: "2026-01-01" }],
    ["POST", "/platform/partners", person("partner-1")],
    ["POST", "/platform/partners", business("shop-1", numbers.shop)],
    ["POST", "/platform/partners/batch", { partners: [person("partner-2"), person("partner-3", { whtPayer: { birthdate: "1990-01-01" } })] }],
    ["POST", "/platform/partners/member-company-connect/{id}", undefined, { id: "shop-1" }],
    ["POST", "/platform/transfers/order", order("pay-1", "partner-1", { discounts: [{ sharePolicyId: "share-1", amount: 1_000 }], additionalFees: [{ policyId: "fee-1" }], userDefinedProperties: [{ key: "channel", value: { string: "앱" } }] })],
    ["POST", "/platform/transfers/order", order("pay-2", "partner-2", { orderDetail: { orderLines: [line("tea"), line("cup")] } })],
    ["POST", "/platform/transfers/order", order("pay-3", "shop-1", { orderDetail: { orderAmount: 110_000 } })],
    ["POST", "/platform/transfers/order-cancel", { partnerId: "partner-2", paymentId: "pay-2", cancellationId: "cancel-1", orderDetail: { orderLines: [{ productId: "tea", quantity: 1, discounts: [] }] }, discounts: [], externalCancellationDetail: {} }],
    ["POST", "/platform/transfers/manual", { partnerId: "partner-3", settlementAmount: 50_000, settlementDate: today }],
    ["PUT", "/platform/settlement-formulas", { formulas: { platformFee: { expression: "FLOOR(ORDER_AMOUNT * 0.1) + boost", rounding: "FLOOR" }, parameters: [{ key: "boost", name: "보정", default: { decimal: 1, decimalScale: 0 } }] } }],
    ["POST", "/platform/settlement-formulas/test-bench", { order: order("bench", "partner-1") }],
    ["POST", "/platform/webhook-endpoints", { url: "https://hooks.fuzz.example/in" }],
    ["POST", "/b2b/counterparties", { counterparty: company(numbers.other, "거래처") }],
    ["POST", "/b2b/file-upload-url", { fileName: "메모.txt" }],
    // What follows needs the shop's connection and our own company's certificate.
    ["CONNECTED", "shop-1"],
    ["CERTIFICATE", numbers.us],
    ["POST", "/b2b/tax-invoices/draft", { taxInvoice: invoice(company(numbers.us, "우리"), company(numbers.other, "거래처"), { issuanceType: "NORMAL" }), memo: "초안" }],
    ["POST", "/b2b/tax-invoices/draft", { taxInvoice: invoice(company(numbers.shop, "shop-1"), company(numbers.us, "우리")) }],
    ["POST", "/b2b/tax-invoices/request-reverse-issuance", { taxInvoice: invoice(company(numbers.shop, "shop-1"), company(numbers.us, "우리")) }],
    ["SUPPLIER", "shop-1", undefined, { brn: numbers.shop }],
    ["POST", "/platform/test-clock/advance", { to: day(3) }],
    ["GET", "/platform/partner-settlements", { filter: {} }],
    ["POST", "/platform/partner-settlements/withhold", settlement],
    ["POST", "/platform/partner-settlements/exclude", settlement],
    ["POST", "/platform/partner-settlements/prepare", settlement],
    ["POST", "/platform/bulk-payouts", { id: "first", name: "첫 지급", settlementDates: [-1, 0, 1, 2, 3].map((days) => day(days).slice(0, 10)) }],
    ["GET", "/platform/payouts", {}],
    ["POST", "/platform/bulk-payouts/{id}/take-out", { partnerIds: ["partner-1"] }, {}],
    ["POST", "/platform/bulk-payouts/{id}/put-back", { partnerIds: ["partner-1"] }, {}],
    ["POST", "/platform/bulk-payouts/{id}/memos", { withdrawalMemo: "정산", depositMemo: "첫정산" }, {}],
    ["POST", "/platform/bulk-payouts/{id}/confirm", undefined, {}],
    ["POST", "/platform/settlement-statement-templates", { id: "template-1", name: "간단히", items: { detail: "SUMS", platformFee: true, additionalFee: true, discountShare: true, vat: true, withheldTax: true, bankAccount: false, bankMemo: false }, greeting: "감사합니다." }],
    ["GET", "/platform/settlement-statement-templates/preview", { items: { detail: "TRANSFERS", platformFee: true, additionalFee: true, discountShare: true, vat: true, withheldTax: true, bankAccount: true, bankMemo: true }, notice: "안내" }],
    ["POST", "/platform/settlement-statements/send", { bulkPayoutId: "first" }],
    ["GET", "/platform/settlement-statements", { filter: { onlyNewest: true } }],
    ["POST", "/platform/bulk-payouts/{id}/schedule", { scheduledAt: morning(5) }, {}],
    ["PUT", "/platform/bulk-payouts/{id}/schedule", { scheduledAt: morning(6) }, {}],
    ["DELETE", "/platform/bulk-payouts/{id}/schedule", undefined, {}],
    ["POST", "/platform/bulk-tax-invoices/from-payouts", { bulkPayoutId: "first" }],
    // One leaves as a file for the bank's site, and ends before the first one starts: one runs at a time.
    ["POST", "/platform/transfers/manual", { partnerId: "partner-2", settlementAmount: 7_000, settlementDate: day(3).slice(0, 10) }],
    ["POST", "/platform/test-clock/advance", { to: day(3.001) }],
    ["POST", "/platform/bulk-payouts", { id: "filed", name: "이체 파일", settlementDates: [day(3).slice(0, 10)] }],
    ["PUT", "/platform/payout-sending", { way: "BANK_FILE", standardLayout: "KOOKMIN" }],
    ["POST", "/platform/bulk-payouts/{id}/confirm", undefined, { id: "filed" }],
    ["POST", "/platform/bulk-payouts/{id}/execute", undefined, { id: "filed" }],
    ["GET", "/platform/bank-files", {}],
    ["GET", "/platform/bank-files/{id}", undefined, bankFile],
    ["GET", "/platform/bank-files/{id}/content", undefined, bankFile],
    ["POST", "/platform/bank-files/{id}/mark", (last) => ({ payoutId: last("payoutId"), isPaid: true, reason: "거래내역" }), bankFile],
    ["PUT", "/platform/payout-sending", { way: "REMITTANCE_API" }],
    ["POST", "/platform/bulk-payouts/{id}/execute", undefined, { id: "first" }],
  ];
}
