'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { BUYER, BUY, t, equal, refused, invoice, mailCount } = require('../sdk.js');

module.exports = {
  async 'mail settings are obeyed, mail can be sent again'() {
    await t('updateEmailConfig', BUYER, 'TAX_REQUEST', false, null);
    equal((await t('listEmailConfig', BUYER, null)).find((c) => c.emailType === 'TAX_REQUEST').sendYN, false, 'switched off');
    const before = await mailCount('TAX_REQUEST');
    await t('registRequest', BUYER, invoice('SDK-R3', '역발행'), '', null);
    equal(await mailCount('TAX_REQUEST'), before, 'no mail');
    equal((await t('sendEmail', BUYER, BUY, 'SDK-R3', 'again@example.com', null)).code, 1, 'sent again');
    equal((await t('getSendToNTSConfig', BUYER, null)), false, 'files the next day');
    equal((await t('getEmailPublicKeys', BUYER, null)).length, 0, 'no other providers');
  },
  async 'text message and fax cost points and lie in the mailbox'() {
    const before = Number(await t('getBalance', BUYER));
    equal((await t('sendSMS', BUYER, BUY, 'SDK-R3', '02-111-1111', '010-111-1111', '확인해 주세요', null)).code, 1, 'sms');
    equal((await t('sendFAX', BUYER, BUY, 'SDK-R3', '02-111-1111', '02-222-2222', null)).code, 1, 'fax');
    equal(Number(await t('getBalance', BUYER)), before - 90, 'points');
    equal(await mailCount('SMS'), 1, 'sms in the mailbox');
    equal(await mailCount('FAX'), 1, 'fax in the mailbox');
  },
  async 'files of a draft, and statements'() {
    const file = path.join(process.env.POPBILL_CERTIFICATE, 'attachment.pdf');
    fs.writeFileSync(file, '%PDF-1.7\n');
    await t('register', BUYER, invoice('SDK-D1', '역발행'), null, false);
    equal((await t('attachFile', BUYER, BUY, 'SDK-D1', '계약서.pdf', file, null)).code, 1, 'attached');
    equal((await t('attachFileBinary', BUYER, BUY, 'SDK-D1', { fileName: '명세.pdf', fileData: Buffer.from('%PDF-1.7\n') }, null)).code, 1, 'attached from memory');
    const files = await t('getFiles', BUYER, BUY, 'SDK-D1', null);
    equal(files.map((f) => f.displayName).join(), '계약서.pdf,명세.pdf', 'names');
    await t('deleteFile', BUYER, BUY, 'SDK-D1', files[0].attachedFile, null);
    equal((await t('getFiles', BUYER, BUY, 'SDK-D1', null)).length, 1, 'after delete');
    await refused(-11005007, t('attachFile', BUYER, BUY, 'SDK-R1', 'late.pdf', file, null));
    equal((await t('attachStatement', BUYER, BUY, 'SDK-D1', 121, 'STMT-1', null)).code, 1, 'statement');
    equal((await t('detachStatement', BUYER, BUY, 'SDK-D1', 121, 'STMT-1', null)).code, 1, 'detached');
  },
  async 'pages of an invoice, boxes and the PDF'() {
    for (const method of ['getPopUpURL', 'getViewURL', 'getPrintURL', 'getOldPrintURL', 'getEPrintURL', 'getMailURL', 'getPDFURL']) {
      equal((await fetch(await t(method, BUYER, BUY, 'SDK-R1', null))).status, 200, method);
    }
    const pdf = await t('getPDF', BUYER, BUY, 'SDK-R1', null);
    equal(pdf.subarray(0, 5).toString(), '%PDF-', 'pdf');
    equal((await fetch(await t('getMassPrintURL', BUYER, BUY, ['SDK-R1', 'SDK-R2'], null))).status, 200, 'mass print');
    for (const box of ['TBOX', 'SBOX', 'PBOX', 'SWBOX', 'PWBOX', 'WRITE']) equal((await fetch(await t('getURL', BUYER, box, null))).status, 200, box);
  },
};
