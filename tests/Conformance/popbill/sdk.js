// The official SDK, unmodified, with promises around it and a record of which of its methods were called.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { EventEmitter } = require('node:events');
const popbill = require('popbill');

const emulator = process.env.POPBILL_EMULATOR;
const BUYER = '1008100032';
const SUPPLIER = '1008100027';

popbill.config({
  LinkID: 'TESTER',
  SecretKey: 'amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=',
  IsTest: true,
  IPRestrictOnOff: true,
  UseStaticIP: false,
  UseLocalTimeYN: true,
  defaultErrorHandler: () => {},
});

const services = {
  Taxinvoice: popbill.TaxinvoiceService(),
  Closedown: popbill.ClosedownService(),
  BizInfoCheck: popbill.BizInfoCheckService(),
  AccountCheck: popbill.AccountCheckService(),
};
const called = new Set();

const call = (service, method, ...args) => new Promise((resolve, reject) => {
  called.add(method);
  called.add(`${service}.${method}`);
  services[service][method](...args, resolve, reject);
});
const t = (method, ...args) => call('Taxinvoice', method, ...args);

// With its documented five arguments 1.64.2 mixes the callbacks up; a sixth avoids that.
const keyInUse = (...args) => new Promise((resolve, reject) => {
  called.add('checkMgtKeyInUse');
  called.add('Taxinvoice.checkMgtKeyInUse');
  services.Taxinvoice.checkMgtKeyInUse(...args, resolve, reject, null);
});

// 1.64.2 answers its own success with a TypeError; it is caught here, and what the server did is asked for afterwards.
const quit = (...args) => new Promise((resolve, reject) => {
  called.add('quitMember');
  process.once('uncaughtException', (error) => (error instanceof TypeError ? resolve(error) : reject(error)));
  services.Taxinvoice.quitMember(...args, resolve, reject);
});

/** Every public method: of the member base once, of each service its own. */
function allMethods() {
  const own = (prototype) => Object.getOwnPropertyNames(prototype).filter((n) => !n.startsWith('_') && n !== 'constructor' && typeof prototype[n] === 'function');
  const names = new Set();
  for (const [service, object] of Object.entries(services)) {
    const prototype = Object.getPrototypeOf(object);
    for (const n of own(prototype)) names.add(`${service}.${n}`);
    for (let base = Object.getPrototypeOf(prototype); base && base !== EventEmitter.prototype && base !== Object.prototype; base = Object.getPrototypeOf(base)) {
      for (const n of own(base)) names.add(n);
    }
  }
  return [...names];
}

function equal(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

async function refused(code, promise) {
  try {
    await promise;
  } catch (error) {
    if (error.code === undefined) throw error;
    equal(error.code, code, 'error code');
    return;
  }
  throw new Error(`expected error ${code}, but it succeeded`);
}

/** Asks again until the answer is as wanted; a minute at most. */
async function until(what, ask, wanted) {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
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

const admin = async (what) => (await fetch(`${emulator}/emulator/${what}`)).json();

async function order(what, body) {
  equal((await fetch(`${emulator}/emulator/${what}`, { method: 'PUT', body: JSON.stringify(body) })).status, 200, what);
}

const setClock = (now) => order('clock', { now });
const mailCount = async (kind) => (await admin('mails')).filter((m) => m.kind === kind).length;

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

module.exports = {
  BUYER, SUPPLIER, ...popbill.MgtKeyType, services, called, allMethods, call, t, keyInUse, quit, equal, refused, until, joinForm, invoice, admin, order, setClock, mailCount, registerCertificate,
};
