// Every method of the SDK's b2b client with real data: reverse and forward invoices, files, views, sheet, amendments; and its error types.
import { strict as assert } from "node:assert";
import { PortOneClient } from "@portone/server-sdk";
import { aside, step, until } from "./checks.mjs";
import { businessNumber, seoulDate } from "./platform.mjs";
import { assertAnswersFitTypes, assertEveryErrorMet, assertEveryMethodAnswered, recorded } from "./recording.mjs";
import { makeTestCertificate } from "./server.mjs";
import { registerAt } from "./supplier.mjs";
import { newVisitor } from "./visitor.mjs";

const test = true;
const ownNumber = "1234567891"; // a test number: that of the sample platform's own company
const recipientNumber = businessNumber("605050005");
const byId = "TAX_INVOICE_ID";

// numbers: of partners that are connected by now; refusal: of the month's script.
export function planB2b({ server, own, numbers, refusal }) {
  const record = recorded(PortOneClient({ secret: server.secret, baseUrl: server.address }).b2b.taxInvoice, "b2b/taxInvoice");
  const invoices = record.client;
  const stranger = PortOneClient({ secret: "nobody", baseUrl: server.address }).b2b.taxInvoice;
  const made = {};

  const call = (path, init) => fetch(new URL(path, server.address), { ...init, headers: { authorization: `PortOne ${server.secret}`, ...init?.headers } });
  const key = (name) => `b2b-${name}-${process.pid}`.slice(0, 24);
  const contact = (email) => ({ name: "담당자", email, phoneNumber: "02-000-0000" });
  const company = (brn, name, email) => ({
    brn, name, representativeName: "김대표", address: "서울특별시 중구 시험로 1", businessType: "도소매", businessClass: "문구", contact: contact(email),
  });

  function input(supplier, recipient, more = {}) {
    return {
      taxationType: "TAXABLE", writeDate: made.today, purposeType: "RECEIPT", totalSupplyAmount: 10_000, totalTaxAmount: 1_000, totalAmount: 11_000, remarks: ["비고 하나"],
      supplier, recipient, items: [{ purchaseDate: made.today, name: "시험 품목", quantity: { value: 25, scale: 1 }, supplyCostAmount: 10_000, taxAmount: 1_000 }],
      additionalContacts: [{ name: "추가", email: "more@counter.example" }], ...more,
    };
  }

  const us = () => company(ownNumber, "㈜샘플마켓(테스트)", "finance@samplemarket.example");
  const supplier = () => company(numbers.general, "일반상점", "b2b-supplier@partner.example");
  const reverse = (more) => input(supplier(), us(), more);
  const forward = (more) => input(us(), company(recipientNumber, "받는상사", "recipient@counter.example"), { issuanceType: "NORMAL", ...more });
  const get = (id) => invoices.getB2bTaxInvoice({ test, taxInvoiceKey: id, taxInvoiceKeyType: byId });
  const reach = (id, ...statuses) => until(`invoice ${id} to be ${statuses}`, async () => {
    const now = await get(id);
    assert.ok(!/FAILED/.test(now.status), `${now.status}`);
    return statuses.includes(now.status) && now;
  }, 60_000);
  const refused = (type, method, options) => refusal(invoices[method]({ test, ...options }), type);

  step("b2b: our own company registers its certificate at the address that the API gives", async () => {
    made.today = seoulDate(await own.now());
    const { url } = await (await call(`/b2b/counterparties/${ownNumber}/certificate/registration-url?test=true`)).json();
    const certificate = await makeTestCertificate(ownNumber);
    await refused("INVALID_REQUEST", "issueB2bTaxInvoiceImmediately", { taxInvoice: forward() });
    const page = await newVisitor().open(url);
    await registerAt(page, certificate);
    await certificate.remove();
    const { isValid } = await (await call(`/b2b/counterparties/${ownNumber}/certificate/validate?test=true`, { method: "POST" })).json();
    assert.equal(isValid, true);
  });

  step("b2b: partners are counterparties that only the partner can change", async () => {
    const json = async (path, init) => (await call(path, init)).json();
    const one = await json("/b2b/counterparties/general?test=true");
    assert.deepEqual([one.partnerId, one.brn, one.ntsConnectionStatus], ["general", numbers.general, "CONNECTED"]);
    const requestBody = encodeURIComponent(JSON.stringify({ filter: { companyName: "일반상점", ntsConnectionStatuses: ["CONNECTED"] } }));
    assert.deepEqual((await json(`/b2b/counterparties?test=true&requestBody=${requestBody}`)).items.map(({ id }) => id), ["general"]);
    const change = { method: "PATCH", body: JSON.stringify({ counterparty: { brn: numbers.general, name: "다른 이름" } }) };
    assert.equal((await json("/b2b/counterparties/general?test=true", change)).type, "B2B_COUNTERPARTY_PARTNER_NOT_UPDATABLE");
    assert.equal((await json("/b2b/counterparties/general?test=true", { method: "DELETE" })).type, "B2B_COUNTERPARTY_PARTNER_NOT_DELETABLE");
    assert.equal((await json("/b2b/counterparties/general/connect?test=true", { method: "POST" })).type, "B2B_COUNTERPARTY_PARTNER_NOT_CONNECTABLE");
  });

  step("b2b: a reverse draft is written, changed, and found by each of its keys", async () => {
    const recipientDocumentKey = key("draft");
    const { taxInvoice } = await invoices.draftB2bTaxInvoice({ test, taxInvoice: reverse({ recipientDocumentKey }), memo: "첫 메모" });
    assert.equal(taxInvoice.status, "DRAFTED");
    made.draft = taxInvoice;
    const changed = await invoices.updateB2bTaxInvoiceDraft({
      test, brn: ownNumber, taxInvoiceKey: recipientDocumentKey, taxInvoiceKeyType: "RECIPIENT", memo: "고친 메모",
      taxInvoice: reverse({ recipientDocumentKey, totalSupplyAmount: 20_000, totalTaxAmount: 2_000, totalAmount: 22_000, items: [] }),
    });
    assert.equal(changed.taxInvoice.totalAmount, 22_000);
    assert.equal(changed.taxInvoice.memo, "고친 메모");
    const found = await Promise.all([
      invoices.getB2bTaxInvoice({ test, taxInvoiceKey: taxInvoice.id }),
      invoices.getB2bTaxInvoice({ test, taxInvoiceKey: recipientDocumentKey }),
      invoices.getB2bTaxInvoice({ test, taxInvoiceKey: recipientDocumentKey, brn: ownNumber, taxInvoiceKeyType: "RECIPIENT" }),
      invoices.getB2bTaxInvoice({ test, taxInvoiceKey: taxInvoice.supplierDocumentKey, brn: numbers.general, taxInvoiceKeyType: "SUPPLIER" }),
    ]);
    assert.deepEqual(found.map(({ id }) => id), Array(4).fill(taxInvoice.id));
    assert.equal(found[0].supplier.counterpartyId, "general");
  });

  step("b2b: writing is refused for what is wrong with it", async () => {
    const { recipientDocumentKey, supplierDocumentKey } = made.draft;
    await refused("B2B_TAX_INVOICE_RECIPIENT_DOCUMENT_KEY_ALREADY_USED", "draftB2bTaxInvoice", { taxInvoice: reverse({ recipientDocumentKey }) });
    await refused("B2B_TAX_INVOICE_SUPPLIER_DOCUMENT_KEY_ALREADY_USED", "draftB2bTaxInvoice", { taxInvoice: reverse({ supplierDocumentKey }) });
    await refused("B2B_DOCUMENT_KEY_CANNOT_BE_CHANGED", "updateB2bTaxInvoiceDraft", { taxInvoiceKey: recipientDocumentKey, taxInvoice: reverse({ recipientDocumentKey: "another" }) });
    await refused("B2B_RECIPIENT_NOT_FOUND", "draftB2bTaxInvoice", { taxInvoice: input(supplier(), company(recipientNumber, "남", "a@b.example")) });
    await refused("B2B_SUPPLIER_NOT_FOUND", "requestB2bTaxInvoiceReverseIssuance", { taxInvoice: input(company(recipientNumber, "남", "a@b.example"), us()) });
    await refused("B2B_ISSUANCE_TYPE_MISMATCH", "requestB2bTaxInvoiceReverseIssuance", { taxInvoice: forward() });
    await refused("B2B_ISSUANCE_TYPE_MISMATCH", "issueB2bTaxInvoiceImmediately", { taxInvoice: reverse({ issuanceType: "REVERSE" }) });
    await refused("B2B_ORIGINAL_TAX_INVOICE_NOT_FOUND", "draftB2bTaxInvoice", { taxInvoice: reverse(), modification: { type: "RETURN", taxInvoiceKey: "nowhere" } });
    await refused("B2B_TAX_INVOICE_STATUS_NOT_SENDING_COMPLETED", "draftB2bTaxInvoice", {
      taxInvoice: reverse(), modification: { type: "RETURN", taxInvoiceKey: made.draft.id, taxInvoiceKeyType: byId },
    });
    await refused("INVALID_REQUEST", "draftB2bTaxInvoice", { taxInvoice: reverse({ totalAmount: 1 }) });
    await refused("B2B_TAX_INVOICE_NOT_FOUND", "getB2bTaxInvoice", { taxInvoiceKey: "nowhere" });
    await refused("B2B_BULK_TAX_INVOICE_NOT_FOUND", "getB2bBulkTaxInvoice", { bulkTaxInvoiceId: "nowhere" });
    const error = await recordRefusal(record, "getB2bTaxInvoices", stranger.getB2bTaxInvoices({ test }));
    assert.equal(error, "UNAUTHORIZED");
  });

  step("b2b: a file is announced, uploaded, attached, listed and taken off again", async () => {
    const taxInvoiceKey = made.draft.id;
    const file = await invoices.createB2bFileUploadUrl({ test, fileName: "거래명세서.pdf" });
    await refused("B2B_FILE_NOT_FOUND", "attachB2bTaxInvoiceFile", { taxInvoiceKey, fileId: file.fileId });
    await refused("INVALID_REQUEST", "createB2bFileUploadUrl", { fileName: "악성.exe" });
    const wrong = await fetch(file.url, { method: "PUT", body: "MZ this is no PDF" });
    assert.equal(wrong.status, 400);
    assert.match((await wrong.json()).message, /pdf 파일이 아니에요/);
    const stored = await fetch(file.url, { method: "PUT", body: "%PDF-1.4 a document that belongs to the invoice" });
    assert.equal(stored.status, 200, await stored.text());
    await invoices.attachB2bTaxInvoiceFile({ test, taxInvoiceKey, fileId: file.fileId });
    const other = await invoices.createB2bFileUploadUrl({ test, fileName: "메모.txt" });
    await fetch(other.url, { method: "PUT", body: "둘째 파일" });
    await invoices.attachB2bTaxInvoiceFile({ test, taxInvoiceKey, fileId: other.fileId });
    const { attachments } = await invoices.getB2bTaxInvoiceAttachments({ test, taxInvoiceKey });
    assert.deepEqual(attachments.map(({ name }) => name), ["거래명세서.pdf", "메모.txt"]);
    await invoices.deleteB2bTaxInvoiceAttachment({ test, taxInvoiceKey, attachmentId: attachments[1].id });
    await refused("B2B_TAX_INVOICE_ATTACHMENT_NOT_FOUND", "deleteB2bTaxInvoiceAttachment", { taxInvoiceKey, attachmentId: attachments[1].id });
    assert.equal((await invoices.getB2bTaxInvoiceAttachments({ test, taxInvoiceKey })).attachments.length, 1);
    const dead = await fetch(new URL("/uploads/nothing", server.address), { method: "PUT", body: "x" });
    assert.equal(dead.status, 403);
  });

  step("b2b: requested with its file, issued for the supplier, sent to the NTS", async () => {
    const taxInvoiceKey = made.draft.id;
    const { taxInvoice } = await invoices.requestB2bTaxInvoice({ test, taxInvoiceKey, taxInvoiceKeyType: byId });
    assert.equal(taxInvoice.status, "REQUEST_PENDING");
    await refused("B2B_TAX_INVOICE_NOT_DRAFTED_STATUS", "attachB2bTaxInvoiceFile", { taxInvoiceKey, fileId: "any" });
    await refused("B2B_TAX_INVOICE_NOT_ISSUED_STATUS", "sendToNtsB2bTaxInvoice", { taxInvoiceKey });
    await reach(taxInvoiceKey, "REQUESTED");
    await refused("B2B_TAX_INVOICE_NON_DELETABLE_STATUS", "deleteB2bTaxInvoice", { taxInvoiceKey });
    await invoices.issueB2bTaxInvoice({ test, taxInvoiceKey, memo: "API로 승인" });
    const issued = await reach(taxInvoiceKey, "ISSUED", "BEFORE_SENDING", "WAITING_SENDING");
    assert.match(issued.ntsApprovalNumber, /^[0-9A-Za-z]{24}$/);
    await invoices.sendToNtsB2bTaxInvoice({ test, taxInvoiceKey });
    await reach(taxInvoiceKey, "SENDING_COMPLETED");
    await refused("B2B_TAX_INVOICE_NOT_REQUESTED_STATUS", "refuseB2bTaxInvoiceRequest", { taxInvoiceKey });
    await refused("B2B_TAX_INVOICE_NOT_REQUESTED_STATUS", "cancelB2bTaxInvoiceRequest", { taxInvoiceKey });
    await refused("B2B_CANNOT_CHANGE_TAX_TYPE", "draftB2bTaxInvoice", {
      taxInvoice: reverse({ taxationType: "FREE", totalTaxAmount: 0, totalAmount: 10_000, items: [] }), modification: { type: "RETURN", taxInvoiceKey, taxInvoiceKeyType: byId },
    });
  });

  step("b2b: requested at once; refused by one supplier, taken back from another", async () => {
    const first = (await invoices.requestB2bTaxInvoiceReverseIssuance({ test, taxInvoice: reverse(), memo: "즉시 요청" })).taxInvoice.id;
    const second = (await invoices.requestB2bTaxInvoiceReverseIssuance({ test, taxInvoice: reverse() })).taxInvoice.id;
    await reach(first, "REQUESTED");
    await reach(second, "REQUESTED");
    await invoices.refuseB2bTaxInvoiceRequest({ test, taxInvoiceKey: first, taxInvoiceKeyType: byId, memo: "수량이 달라요" });
    await reach(first, "REQUEST_REFUSED");
    await invoices.cancelB2bTaxInvoiceRequest({ test, taxInvoiceKey: second, taxInvoiceKeyType: byId, memo: "잘못 보냄" });
    await reach(second, "REQUEST_CANCELLED");
    await invoices.deleteB2bTaxInvoice({ test, taxInvoiceKey: second, taxInvoiceKeyType: byId });
    await refused("B2B_TAX_INVOICE_NOT_FOUND", "getB2bTaxInvoice", { taxInvoiceKey: second });
  });

  step("b2b: forward issuance at once; the recipient's mail opens the invoice", async () => {
    const { taxInvoice } = await invoices.issueB2bTaxInvoiceImmediately({ test, taxInvoice: forward(), memo: "정발행" });
    assert.equal(taxInvoice.issuanceType, "NORMAL");
    made.forward = await reach(taxInvoice.id, "ISSUED", "BEFORE_SENDING", "WAITING_SENDING");
    assert.match(made.forward.ntsApprovalNumber, /^[0-9A-Za-z]{24}$/);
    const mails = await until("the mails to the recipients", async () => {
      const sent = (await own.mails()).filter(({ to, text }) => /recipient@counter|more@counter/.test(to) && /\/i\//.test(text));
      return sent.length >= 2 && sent;
    });
    assert.match(mails[0].subject, /세금계산서가 발행되었습니다/);
    const link = /https?:\/\/[^\s]+\/i\/[A-Za-z0-9_-]+/.exec(mails.find(({ to }) => /recipient@counter/.test(to)).text)[0];
    const page = await newVisitor().open(link);
    assert.equal(page.status, 200, page.text);
    for (const words of ["11,000", "받는상사", made.forward.ntsApprovalNumber]) assert.ok(page.text.includes(words), words);
    await invoices.cancelB2bTaxInvoiceIssuance({ test, taxInvoiceKey: taxInvoice.id, memo: "거래 취소" });
    await reach(taxInvoice.id, "ISSUANCE_CANCELLED");
  });

  step("b2b: a forward draft with a file is issued under the given subject", async () => {
    const { taxInvoice } = await invoices.draftB2bTaxInvoice({ test, taxInvoice: forward({ recipient: company(recipientNumber, "받는상사", "second@counter.example") }) });
    const taxInvoiceKey = taxInvoice.id;
    await refused("B2B_TAX_INVOICE_NO_RECIPIENT_DOCUMENT_KEY", "requestB2bTaxInvoice", { taxInvoiceKey });
    await refused("B2B_TAX_INVOICE_NO_RECIPIENT_DOCUMENT_KEY", "cancelB2bTaxInvoiceRequest", { taxInvoiceKey });
    const file = await invoices.createB2bFileUploadUrl({ test, fileName: "계약서.txt" });
    await fetch(file.url, { method: "PUT", body: "계약 내용" });
    await invoices.attachB2bTaxInvoiceFile({ test, taxInvoiceKey, fileId: file.fileId });
    await invoices.issueB2bTaxInvoice({ test, taxInvoiceKey, emailSubject: "11월 문구 대금" });
    await reach(taxInvoiceKey, "ISSUED", "BEFORE_SENDING", "WAITING_SENDING");
    await refused("B2B_TAX_INVOICE_NOT_DRAFTED_STATUS", "issueB2bTaxInvoice", { taxInvoiceKey });
    await until("the mail with the given subject", async () => (await own.mails()).some(({ to, subject }) => to.includes("second@counter.example") && subject === "11월 문구 대금"));
    made.second = taxInvoiceKey;
  });

  step("b2b: popup, print and PDF addresses open without a credential, and end", async () => {
    const taxInvoiceKey = made.draft.id;
    const popup = await newVisitor().open((await invoices.getB2bTaxInvoicePopupUrl({ test, taxInvoiceKey, includeMenu: true })).url);
    assert.equal(popup.status, 200);
    assert.ok(popup.links.some(({ text }) => text === "PDF 저장하기"));
    const plain = await newVisitor().open((await invoices.getB2bTaxInvoicePopupUrl({ test, taxInvoiceKey, includeMenu: false })).url);
    assert.ok(plain.text.includes("22,000") && !plain.links.some(({ text }) => text === "PDF 저장하기"));
    const print = await newVisitor().open((await invoices.getB2bTaxInvoicePrintUrl({ test, taxInvoiceKey, taxInvoiceKeyType: byId })).url);
    assert.ok(print.html.includes("print.js") && print.text.includes("22,000"));
    const { url } = await invoices.getB2bTaxInvoicePdfDownloadUrl({ test, taxInvoiceKey: made.draft.supplierDocumentKey, brn: numbers.general, taxInvoiceKeyType: "SUPPLIER" });
    const pdf = await fetch(url);
    assert.equal(pdf.headers.get("content-type"), "application/pdf");
    assert.equal(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString(), "%PDF-");
    const forged = await newVisitor().open(url.replace(/\/i\/..../, "/i/AAAA"));
    assert.equal(forged.status, 410);
    assert.match(forged.text, /링크가 더 이상 열리지 않습니다/);
  });

  step("b2b: lists filter in every way, and the sheet has the chosen columns", async () => {
    const list = async (filter, more) => (await invoices.getB2bTaxInvoices({ test, filter, ...more })).items;
    const { id } = made.draft;
    const range = { dateRange: [{ from: made.today, until: made.today }] };
    for (const dateType of ["REGISTER", "WRITE", "ISSUE"]) {
      assert.ok((await list({ primaryFilter: { dateFilter: { dateType, ...range } } })).some((one) => one.id === id), dateType);
    }
    assert.deepEqual(await list({ primaryFilter: { dateFilter: { dateType: "WRITE", dateRange: [{ from: "2001-01-01", until: "2001-12-31" }] } } }), []);
    assert.deepEqual((await list({ primaryFilter: { taxInvoiceIds: [id] } })).map((one) => one.id), [id]);
    const sides = await list({ issuanceTypes: ["NORMAL"], partnerBrn: recipientNumber });
    assert.deepEqual(sides.map(({ id: one }) => one).sort(), [made.forward.id, made.second].sort());
    assert.ok(sides.every((one) => one.recipientBusinessStatus === undefined), "nobody looked the recipient up yet");
    const look = { method: "POST", body: JSON.stringify({ counterparty: company(recipientNumber, "받는상사", "recipient@counter.example"), options: { checkBusinessStatus: true } }) };
    assert.equal((await call("/b2b/counterparties?test=true", look)).status, 200);
    assert.ok((await list({ issuanceTypes: ["NORMAL"] })).every((one) => one.recipientBusinessStatus === "IN_BUSINESS"));
    assert.ok((await list({ counterpartyId: "general" })).every(({ supplierCounterpartyId }) => supplierCounterpartyId === "general"));
    assert.ok((await list({ isDelayed: false })).some((one) => one.id === id));
    assert.ok((await list({ isDelayed: true })).every(({ isDelayed }) => isDelayed));
    const sorted = await list({ issuanceTypes: ["REVERSE"] }, { sort: { by: "TOTAL_AMOUNT", order: "ASC" }, pageNumber: 0, pageSize: 3 });
    assert.deepEqual(sorted.map(({ totalAmount }) => totalAmount), sorted.map(({ totalAmount }) => totalAmount).sort((a, b) => a - b));
    const sheet = await invoices.downloadB2bTaxInvoicesSheet({ test, filter: { primaryFilter: { taxInvoiceIds: [id] } }, fields: ["PLAIN_ID", "STATUS", "TOTAL_AMOUNT", "MEMO"] });
    assert.deepEqual(sheet.replace("\uFEFF", "").trim().split("\r\n"), ["세금계산서 아이디,상태,합계금액,메모", `${id},국세청 전송 완료,22000,API로 승인`]);
    const whole = await invoices.downloadB2bTaxInvoicesSheet({ test });
    assert.equal(whole.split("\r\n")[0].split(",").length, 31);
  });

  step("b2b: when the agency doesn't answer, issuing says so", async () => {
    const faults = (rules) => fetch(new URL("/emulator/faults", server.emulator), { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ seed: 1, rules }) });
    await faults([{ kind: "ServerError", pathContains: "CertCheck" }]);
    try {
      await refused("B2B_EXTERNAL_SERVICE", "issueB2bTaxInvoiceImmediately", { taxInvoice: forward() });
    } finally {
      await faults([]);
    }
  });

  step("b2b: counterparties are refused for what is wrong with them", async () => {
    const send = async (method, path, body) => {
      const answer = await call(`/b2b/counterparties${path}?test=true`, { method, ...(body && { body: JSON.stringify(body) }) });
      return answer.json();
    };
    const create = (counterparty, options, counterpartyId) => send("POST", "", { counterparty, options, counterpartyId });
    const [one, two] = [businessNumber("611810001"), businessNumber("611810002")];
    const known = (brn) => company(brn, "새 거래처", "new@counter.example");
    const type = async (answer, expected) => assert.equal((await answer).type, expected);
    await type(create(known("1234567890")), "B2B_COUNTERPARTY_BRN_INVALID");
    await type(create(known(ownNumber)), "B2B_COUNTERPARTY_SELF_ORIGIN_BRN_MISMATCH");
    await type(create({ brn: one, name: "이름뿐" }), "B2B_COUNTERPARTY_MISSING_REQUIRED_FIELDS");
    await type(create({ ...known(one), additionalContacts: Array.from({ length: 6 }, (_, index) => contact(`m${index}@counter.example`)) }), "B2B_COUNTERPARTY_TOO_MANY_ADDITIONAL_CONTACTS");
    const { counterparty } = await create(known(one), undefined, "counter-1");
    assert.equal(counterparty.id, "counter-1");
    await type(create(known(two), undefined, "counter-1"), "B2B_COUNTERPARTY_ID_ALREADY_EXISTS");
    await type(create(known(two), undefined, "general"), "B2B_COUNTERPARTY_ID_ALREADY_EXISTS_BY_PARTNER");
    await type(send("PATCH", "/counter-1", { counterparty: { brn: two } }), "B2B_COUNTERPARTY_BRN_MODIFICATION_NOT_ALLOWED");
    await type(send("GET", "/nobody"), "B2B_COUNTERPARTY_NOT_FOUND");
    const { companyVerificationId: id } = await (await call(`/platform/companies/${one}/state?test=true`)).json();
    await type(create(known(two), { businessStatusVerificationId: id }), "B2B_COUNTERPARTY_VERIFICATION_BRN_MISMATCH");
    await type(create(known(one), { businessInfoVerificationId: id }), "B2B_COUNTERPARTY_VERIFICATION_TYPE_MISMATCH");
    await type(create(known(one), { businessStatusVerificationId: "invented" }), "B2B_COUNTERPARTY_VERIFICATION_NOT_FOUND");
    await type(send("GET", `/${one}/certificate`), "B2B_COUNTERPARTY_NTS_NOT_CONNECTED");

    await send("POST", "/counter-1/connect");
    await until("the counterparty to be connected", async () => (await send("GET", "/counter-1")).ntsConnectionStatus === "CONNECTED", 120_000);
    await type(send("POST", "/counter-1/connect"), "COUNTERPARTY_NOT_CONNECTABLE_STATUS");
    await type(send("GET", `/${one}/certificate`), "B2B_CERTIFICATE_UNREGISTERED");
    const { taxInvoice } = await invoices.requestB2bTaxInvoiceReverseIssuance({ test, taxInvoice: input({ ...known(one) }, us()) });
    await reach(taxInvoice.id, "REQUESTED");
    await type(send("DELETE", "/counter-1"), "B2B_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS");
    await invoices.cancelB2bTaxInvoiceRequest({ test, taxInvoiceKey: taxInvoice.id, taxInvoiceKeyType: byId });
    await reach(taxInvoice.id, "REQUEST_CANCELLED");
  });

  step("b2b: the bulk of the month is found", async () => {
    const { items } = await invoices.getB2bTaxInvoices({ test, pageSize: 1000 });
    const bulkTaxInvoiceId = items.map((one) => one.bulkTaxInvoiceId).find(Boolean);
    const bulk = await invoices.getB2bBulkTaxInvoice({ test, bulkTaxInvoiceId });
    assert.equal(bulk.totalInvoiceCount, 3);
  });

  aside("b2b: every method was answered", () => assertEveryMethodAnswered(record));
  aside("b2b: every declared error was met", () => assertEveryErrorMet(record));
  aside("b2b: every answer fits the SDK's types", () => assertAnswersFitTypes([record]));
}

// The refusal of a call that another client of the same module made.
async function recordRefusal(record, method, call) {
  const error = await call.then(() => assert.fail("was carried out"), (refused) => refused);
  record.calls.push({ method, refusal: error.data?.type });
  return error.data?.type;
}
