// What the official SDK has no call for, by plain HTTP with the same authorization, always on the test side.
export function ownOperations({ address, emulator, secret }) {
  async function call(method, path, body, moreHeaders) {
    const url = new URL(path, address);
    url.searchParams.set("test", "true");
    const response = await fetch(url, {
      method,
      headers: { authorization: `PortOne ${secret}`, ...(body && { "content-type": "application/json" }), ...moreHeaders },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text ? JSON.parse(text) : {};
    if (!response.ok) throw Object.assign(new Error(`${method} ${path}: ${response.status}`), { status: response.status, data: answer });
    return answer;
  }

  return {
    publishNotice: () => call("POST", "/platform/privacy/notices", {}),
    tellInTerms: (document, documentDate) => call("POST", "/platform/privacy/told-in-terms", { document, documentDate }),
    privacy: () => call("GET", "/platform/privacy"),
    disclosures: (partnerId) => call("GET", `/platform/privacy/disclosures?partnerId=${encodeURIComponent(partnerId)}`),
    bulkTask: (id) => call("GET", `/platform/bulk-tasks/${encodeURIComponent(id)}`),
    bulkTaskItems: (id) => call("GET", `/platform/bulk-tasks/${encodeURIComponent(id)}/items`),
    createBulkPayout: (body) => call("POST", "/platform/bulk-payouts", body),
    confirmBulkPayout: (id) => call("POST", `/platform/bulk-payouts/${encodeURIComponent(id)}/confirm`, {}),
    executeBulkPayout: (id) => call("POST", `/platform/bulk-payouts/${encodeURIComponent(id)}/execute`, {}),
    draftTaxInvoices: (body) => call("POST", "/platform/bulk-tax-invoices/from-payouts", body),
    resendRequest: (id) => call("POST", `/b2b/tax-invoices/${encodeURIComponent(id)}/resend-request?taxInvoiceKeyType=TAX_INVOICE_ID`, {}),
    registerManualTransfer: (body, key) => call("POST", "/platform/transfers/manual", body, { "idempotency-key": key }),
    requestBulkTaxInvoice: (id) => call("POST", `/platform/bulk-tax-invoices/${encodeURIComponent(id)}/request`, {}),
    addWebhookEndpoint: (url) => call("POST", "/platform/webhook-endpoints", { url }),
    webhookDeliveries: (id) => call("GET", `/platform/webhook-endpoints/${id}/deliveries?requestBody=${encodeURIComponent(JSON.stringify({ page: { size: 100 } }))}`),
    webhookDelivery: (id, delivery) => call("GET", `/platform/webhook-endpoints/${id}/deliveries/${encodeURIComponent(delivery)}`),
    resendWebhook: (id, delivery) => call("POST", `/platform/webhook-endpoints/${id}/deliveries/${encodeURIComponent(delivery)}/resend`, {}),
    now: async () => new Date((await call("GET", "/platform/test-clock")).now),
    advanceTo: (instant) => call("POST", "/platform/test-clock/advance", { to: instant.toISOString() }),
    mails: async () => (await call("GET", "/mailbox.json")).mails,
    bankTransfers: async () => (await fetch(new URL("/bank/transfers", emulator))).json(),
  };
}

// A valid business registration number that begins with the nine digits (check digit: weights 1 3 7 1 3 7 1 3 5).
export function businessNumber(nineDigits) {
  const digits = [...nineDigits].map(Number);
  const sum = [1, 3, 7, 1, 3, 7, 1, 3, 5].reduce((total, weight, i) => total + weight * digits[i], 0) + Math.floor((digits[8] * 5) / 10);
  return nineDigits + ((10 - (sum % 10)) % 10);
}

const dayMs = 86_400_000;
const seoulOffsetMs = 9 * 3_600_000;

// The business date in Seoul, "2026-11-30".
export const seoulDate = (instant) => new Date(instant.getTime() + seoulOffsetMs).toISOString().slice(0, 10);
export const seoulTime = (date, time) => new Date(`${date}T${time}:00+09:00`);
export const nextDay = (date) => new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
export const isWeekend = (date) => [0, 6].includes(new Date(date).getUTCDay());
