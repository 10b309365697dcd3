'use strict';
const fs = require('node:fs');
const path = require('node:path');
const popbill = require('popbill');

const emulator = process.env.POPBILL_EMULATOR;
const BUYER = '1208147521';
const SUPPLIER = '2208162517';
const { SELL, BUY } = popbill.MgtKeyType;

popbill.config({
  LinkID: 'TESTER',
  SecretKey: 'amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=',
  IsTest: true,
  IPRestrictOnOff: true,
  UseStaticIP: false,
  UseLocalTimeYN: true,
  defaultErrorHandler: () => {},
});
const tax = popbill.TaxinvoiceService();
const closedown = popbill.ClosedownService();
const accounts = popbill.AccountCheckService();

const call = (service, method, ...args) => new Promise((resolve, reject) => service[method](...args, resolve, reject));
const t = (method, ...args) => call(tax, method, ...args);

// With its documented five arguments 1.64.2 mixes the callbacks up; a sixth avoids that.
const keyInUse = (...args) => new Promise((resolve, reject) => tax.checkMgtKeyInUse(...args, resolve, reject, null));

function equal(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

async function refused(code, promise) {
  try {
    await promise;
  } catch (error) {
    equal(error.code, code, 'error code');
    return;
  }
  throw new Error(`expected error ${code}, but it succeeded`);
}

const joinForm = (corpNum, name) => ({
  LinkID: 'TESTER', ID: `sdk${corpNum}`, Password: 'asdf8536!@#', CorpNum: corpNum, CEOName: '대표자', CorpName: name, Addr: '서울시 중구', BizType: '서비스', BizClass: '정산',
  ContactName: '담당자', ContactEmail: `sdk${corpNum}@example.com`, ContactTEL: '02-000-0000',
});

const invoice = (key, issueType, more) => ({
  writeDate: '20251124', chargeDirection: issueType === '역발행' ? '역과금' : '정과금', issueType, purposeType: '청구', taxType: '과세',
  invoicerCorpNum: SUPPLIER, invoicerMgtKey: issueType === '정발행' ? key : '', invoicerCorpName: '공급상사', invoicerCEOName: '김공급', invoicerEmail: 'supplier@example.com',
  invoiceeType: '사업자', invoiceeCorpNum: BUYER, invoiceeMgtKey: issueType === '역발행' ? key : '', invoiceeCorpName: '구매상사', invoiceeCEOName: '이매입', invoiceeEmail1: 'buyer@example.com',
  supplyCostTotal: '100000', taxTotal: '10000', totalAmount: '110000', serialNum: '1', remark1: '비고1', businessLicenseYN: false, bankBookYN: false,
  detailList: [{ serialNum: 1, purchaseDT: '20251124', itemName: '배송정산', qty: '1', unitCost: '100000', supplyCost: '100000', tax: '10000' }],
  ...more,
});

async function setClock(now) {
  const answer = await fetch(`${emulator}/emulator/clock`, { method: 'PUT', body: JSON.stringify({ now }) });
  equal(answer.status, 200, 'clock');
}

async function registerCertificate(corpNum) {
  const url = await t('getTaxCertURL', corpNum, null);
  const page = await (await fetch(url)).text();
  const hidden = (name) => page.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
  const form = new FormData();
  form.set('T', hidden('T'));
  form.set('password', 'test1234');
  for (const [name, file] of [['signCert', 'signCert.der'], ['signPri', 'signPri.key']]) {
    form.set(name, new Blob([fs.readFileSync(path.join(process.env.POPBILL_CERTIFICATE, file))]), file);
  }
  const answer = await fetch(`${emulator}/App/Certificate`, { method: 'POST', body: form });
  equal(answer.status, 200, 'certificate page');
}

const cases = {
  async 'membership: not joined, joined, again'() {
    equal((await t('checkIsMember', BUYER)).code, 0, 'before');
    equal((await t('joinMember', joinForm(BUYER, '구매상사'))).code, 1, 'join');
    equal((await t('joinMember', joinForm(SUPPLIER, '공급상사'))).code, 1, 'join supplier');
    equal((await t('checkIsMember', BUYER)).code, 1, 'after');
    equal((await t('checkID', `sdk${BUYER}`)).code, 1, 'id used');
    equal((await t('checkID', 'nobody-has-this')).code, 0, 'id free');
    await refused(-10001000, t('joinMember', joinForm(BUYER, '구매상사')));
  },
  async 'company and contacts'() {
    equal((await t('getCorpInfo', BUYER, null)).corpName, '구매상사', 'company');
    await t('updateCorpInfo', BUYER, null, { ceoname: '새대표', corpName: '구매상사', addr: '부산', bizType: '도매', bizClass: '식품' });
    equal((await t('getCorpInfo', BUYER, null)).ceoname, '새대표', 'changed company');
    await t('registContact', BUYER, null, { id: 'second-contact', Password: 'asdf8536!@#', personName: '둘째', tel: '02', email: 'b@example.com', searchRole: 3 });
    equal((await t('listContact', BUYER, null)).length, 2, 'contacts');
    await t('updateContact', BUYER, null, { id: 'second-contact', personName: '셋째', tel: '02', email: 'b@example.com', searchRole: 1 });
    equal((await t('getContactInfo', BUYER, 'second-contact', null)).personName, '셋째', 'changed contact');
    await t('deleteContact', BUYER, 'second-contact', null);
    equal((await t('listContact', BUYER, null)).length, 1, 'after delete');
  },
  async 'points, prices and popup addresses'() {
    equal(Number(await t('getBalance', BUYER)), 1000000, 'points');
    equal(Number(await t('getPartnerBalance', BUYER)), 10000000, 'partner points');
    equal(Number(await t('getUnitCost', BUYER)), 100, 'unit cost');
    equal((await t('getChargeInfo', BUYER, null)).rateSystem, '종량제', 'rate system');
    for (const method of ['getAccessURL', 'getChargeURL', 'getPaymentURL', 'getUseHistoryURL', 'getSealURL', 'getTaxCertURL']) {
      equal((await fetch(await t(method, BUYER, null))).status, 200, method);
    }
    equal((await fetch(await t('getPartnerURL', BUYER, 'CHRG'))).status, 200, 'partner charge page');
  },
  async 'certificate: none, registered, asked for'() {
    await refused(-10002009, t('checkCertValidation', SUPPLIER, null));
    await registerCertificate(SUPPLIER);
    equal((await t('checkCertValidation', SUPPLIER, null)).code, 1, 'valid');
    equal((await t('getCertificateExpireDate', SUPPLIER, null)).includes('2040'), true, 'expiry');
    equal((await t('getTaxCertInfo', SUPPLIER, null)).expireDT.slice(0, 4), '2040', 'info');
  },
  async 'reverse issuance, both sides, to the tax office'() {
    await setClock('2025-11-28T10:00:00+09:00');
    await refused(-11000005, keyInUse(BUYER, BUY, 'SDK-R1'));
    equal((await t('registRequest', BUYER, invoice('SDK-R1', '역발행'), '역발행 요청', null)).code, 1, 'request');
    await refused(-11001039, t('registRequest', BUYER, invoice('SDK-R1', '역발행'), '다시', null));
    equal(await keyInUse(BUYER, BUY, 'SDK-R1'), true, 'key in use');
    equal((await t('getInfo', BUYER, BUY, 'SDK-R1', null)).stateCode, 200, 'requested');
    const box = await t('search', SUPPLIER, SELL, 'R', '20251128', '20251128', ['2**'], null, null, null, 'D', 1, 50, null, null, null, null, null, null, ['R'], null, null, null);
    equal(box.total, 1, 'waiting box');
    await t('assignMgtKey', SUPPLIER, SELL, box.list[0].itemKey, 'SDK-S1', null);
    const issued = await t('issue', SUPPLIER, SELL, 'SDK-S1', '승인합니다', null, false, null);
    equal(issued.ntsConfirmNum.length, 24, 'approval number');
    equal(issued.ntsConfirmNum.slice(0, 10), '2025112441', 'approval number begins with date and 41');
    const url = await t('getViewURL', BUYER, BUY, 'SDK-R1', null);
    equal((await (await fetch(url)).text()).includes(issued.ntsConfirmNum), true, 'page shows the number');
    await setClock('2025-12-01T15:00:00+09:00');
    const info = await t('getInfo', BUYER, BUY, 'SDK-R1', null);
    equal(info.stateCode, 304, 'filed');
    equal(info.ntssendErrCode, 'SUC001', 'accepted');
    equal((await t('getInfos', BUYER, BUY, ['SDK-R1', 'NONE'], null)).length, 1, 'getInfos');
    equal((await t('getDetailInfo', BUYER, BUY, 'SDK-R1', null)).ntsconfirmNum, issued.ntsConfirmNum, 'detail');
    equal((await t('getXML', BUYER, BUY, 'SDK-R1', null)).retObject.includes('<ds:SignatureValue>'), true, 'signed xml');
    equal((await t('getLogs', BUYER, BUY, 'SDK-R1', null)).length, 5, 'logs');
  },
  async 'refusal, delete, request again, withdraw'() {
    await t('register', BUYER, invoice('SDK-R2', '역발행', { invoicerMgtKey: 'SDK-S2' }), null, false);
    await t('update', BUYER, BUY, 'SDK-R2', invoice('SDK-R2', '역발행', { remark1: '고침' }), null);
    await t('request', BUYER, BUY, 'SDK-R2', '요청', null);
    equal((await t('refuse', SUPPLIER, SELL, 'SDK-S2', '금액이 달라요', null)).code, 1, 'refuse');
    const info = await t('getInfo', BUYER, BUY, 'SDK-R2', null);
    equal(info.stateCode, 400, 'refused');
    equal(info.stateMemo, '금액이 달라요', 'reason');
    await refused(-11002013, t('issue', SUPPLIER, SELL, 'SDK-S2', '', null, true, null));
    await t('delete', BUYER, BUY, 'SDK-R2', null);
    await t('registRequest', BUYER, invoice('SDK-R2', '역발행'), '다시', null);
    await t('cancelRequest', BUYER, BUY, 'SDK-R2', '취소', null);
    equal((await t('getInfo', BUYER, BUY, 'SDK-R2', null)).stateCode, 500, 'withdrawn');
  },
  async 'forward issuance, cancellation, points come back'() {
    const before = Number(await t('getBalance', SUPPLIER));
    const issued = await t('registIssue', SUPPLIER, invoice('SDK-F1', '정발행'), false, true, '즉시발행', '메일 제목', null, null);
    equal(issued.code, 1, 'issued');
    equal(Number(await t('getBalance', SUPPLIER)), before - 100, 'charged');
    equal((await t('cancelIssue', SUPPLIER, SELL, 'SDK-F1', '취소', null)).code, 1, 'cancelled');
    equal(Number(await t('getBalance', SUPPLIER)), before, 'refunded');
    equal((await t('getInfo', SUPPLIER, SELL, 'SDK-F1', null)).stateCode, 600, 'state');
    await t('registIssue', SUPPLIER, invoice('SDK-F2', '정발행'), false, true, '', '', null, null);
    await t('sendToNTS', SUPPLIER, SELL, 'SDK-F2', null);
    let info;
    for (let i = 0; i < 100; i += 1) {
      info = await t('getInfo', SUPPLIER, SELL, 'SDK-F2', null);
      if (info.stateCode >= 304) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    equal(info.stateCode, 304, 'filed at once');
  },
  async 'search over both sides'() {
    const page = await t('search', SUPPLIER, SELL, 'W', '20251101', '20251130', ['3**', '6**'], ['N'], ['T'], null, 'A', 1, 2, null, null, null, null, null, null, ['N', 'R'], ['P'], null, null);
    equal(page.total, 3, 'total');
    equal(page.list.length, 2, 'page');
    equal(page.pageCount, 2, 'pages');
    const named = await t('search', BUYER, BUY, 'W', '20251101', '20251130', null, null, null, null, 'D', 1, 50, null, null, null, '공급상사', null, null, null, null, null, 'SDK-R1');
    equal(named.total, 1, 'by name and key');
    await refused(-11001119, t('search', BUYER, BUY, 'W', '20250101', '20251130', null, null, null, null, 'D', 1, 50, null, null, null, null, null, null, null, null, null, null));
  },
  async 'mail settings are obeyed, mail can be sent again'() {
    await t('updateEmailConfig', BUYER, 'TAX_REQUEST', false, null);
    equal((await t('listEmailConfig', BUYER, null)).find((c) => c.emailType === 'TAX_REQUEST').sendYN, false, 'switched off');
    const count = async () => (await (await fetch(`${emulator}/emulator/mails`)).json()).filter((m) => m.kind === 'TAX_REQUEST').length;
    const before = await count();
    await t('registRequest', BUYER, invoice('SDK-R3', '역발행'), '', null);
    equal(await count(), before, 'no mail');
    equal((await t('sendEmail', BUYER, BUY, 'SDK-R3', 'again@example.com', null)).code, 1, 'sent again');
    equal((await t('getSendToNTSConfig', BUYER, null)), false, 'files the next day');
    equal((await t('getEmailPublicKeys', BUYER, null)).length, 0, 'no other providers');
  },
  async 'pages of an invoice and boxes'() {
    for (const method of ['getPopUpURL', 'getViewURL', 'getPrintURL', 'getOldPrintURL', 'getEPrintURL', 'getMailURL', 'getPDFURL']) {
      equal((await fetch(await t(method, BUYER, BUY, 'SDK-R1', null))).status, 200, method);
    }
    await refused(-10010038, t('getPDF', BUYER, BUY, 'SDK-R1', null));
    equal((await fetch(await t('getMassPrintURL', BUYER, BUY, ['SDK-R1', 'SDK-R2'], null))).status, 200, 'mass print');
    for (const box of ['TBOX', 'SBOX', 'PBOX', 'SWBOX', 'PWBOX', 'WRITE']) equal((await fetch(await t('getURL', BUYER, box, null))).status, 200, box);
  },
  async 'business state, one and many'() {
    const one = await call(closedown, 'checkCorpNum', BUYER, SUPPLIER, null);
    equal(one.state, '1', 'in business');
    const many = await call(closedown, 'checkCorpNums', BUYER, [SUPPLIER, '1109812343'], null);
    equal(many.map((c) => c.state).join(), '1,2', 'states');
    equal(Number(await call(closedown, 'getUnitCost', BUYER)), 100, 'unit cost');
    equal((await call(closedown, 'getChargeInfo', BUYER, null)).rateSystem, '종량제', 'charge info');
  },
  async 'account holder by name and by identity'() {
    const found = await call(accounts, 'checkAccountInfo', BUYER, '0004', '12345678901', null);
    equal(found.result, '0', 'result');
    equal(found.accountName.length, 3, 'name');
    equal((await call(accounts, 'checkAccountInfo', BUYER, '0004', '12345670000', null)).accountName, null, 'nobody');
    equal((await call(accounts, 'checkDepositorInfo', BUYER, '0004', '12345678901', 'P', '900101', null)).accountName, found.accountName, 'identity');
    await refused(-18201008, call(accounts, 'checkAccountInfo', BUYER, '0004', '123456', null));
    equal((await call(accounts, 'getChargeInfo', BUYER, '성명', null)).rateSystem, '종량제', 'charge info');
    equal(Number(await call(accounts, 'getUnitCost', BUYER, '실명', null)), 100, 'unit cost');
  },
};

(async () => {
  let passed = 0;
  let failed = 0;
  for (const [name, run] of Object.entries(cases)) {
    try {
      await run();
      passed += 1;
    } catch (error) {
      failed += 1;
      console.error(`FAIL ${name}: ${error.stack || JSON.stringify(error)}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
})();
