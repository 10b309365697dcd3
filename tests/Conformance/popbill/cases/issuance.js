'use strict';
const { BUYER, SUPPLIER, SELL, BUY, t, keyInUse, equal, refused, until, invoice, setClock } = require('../sdk.js');

module.exports = {
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
    equal((await t('getLogs', BUYER, BUY, 'SDK-R1', null)).map((l) => l.log).join(), '임시저장,역발행 요청,발행,국세청 전송 시작,국세청 전송 성공', 'logs');
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
    const filed = await until('filing', () => t('getInfo', SUPPLIER, SELL, 'SDK-F2', null), (info) => info.stateCode >= 304);
    equal(filed.stateCode, 304, 'filed at once');
  },
  async 'amendment: not reverse, not before the original is filed, then forward'() {
    const back = (org, more) => ({
      modifyCode: 4, orgNTSConfirmNum: org, supplyCostTotal: '-100000', taxTotal: '-10000', totalAmount: '-110000', remark1: '20251124',
      detailList: [{ serialNum: 1, purchaseDT: '20251124', itemName: '계약 해제', supplyCost: '-100000', tax: '-10000' }], ...more,
    });
    const original = (await t('getInfo', SUPPLIER, SELL, 'SDK-F2', null)).ntsconfirmNum;
    await refused(-11001054, t('registRequest', BUYER, invoice('SDK-A0', '역발행', back(original)), '', null));
    const unfiled = await t('registIssue', SUPPLIER, invoice('SDK-F3', '정발행'), false, true, '', '', null, null);
    await refused(-11001056, t('registIssue', SUPPLIER, invoice('SDK-A1', '정발행', back(unfiled.ntsConfirmNum)), false, true, '', '', null, null));
    const amended = await t('registIssue', SUPPLIER, invoice('SDK-A2', '정발행', back(original)), false, true, '', '', null, null);
    equal(amended.ntsConfirmNum.length, 24, 'approval number');
    await setClock('2025-12-02T15:00:00+09:00');
    const info = await t('getInfo', SUPPLIER, SELL, 'SDK-A2', null);
    equal(info.stateCode, 304, 'filed');
    equal(info.modifyCode, 4, 'reason');
  },
  async 'bulk submit and its result'() {
    const keys = Array.from({ length: 20 }, (_, n) => `SDK-B${n}`);
    const wrong = invoice('SDK-B99', '정발행', { totalAmount: '1' });
    const receipt = await t('bulkSubmit', SUPPLIER, 'SDK-SUBMIT-1', [...keys.map((k) => invoice(k, '정발행')), wrong], true, null);
    equal(receipt.code, 1, 'taken');
    const result = await until('bulk', () => t('getBulkResult', SUPPLIER, 'SDK-SUBMIT-1', null), (r) => r.txState === 2);
    equal([result.submitCount, result.successCount, result.failCount].join(), '21,20,1', 'counts');
    equal(result.receiptID, receipt.receiptID, 'receipt');
    equal(new Set(result.issueResult.filter((r) => r.code === 1).map((r) => r.ntsconfirmNum)).size, 20, 'approval numbers');
    equal(result.issueResult[20].code, -11001044, 'the wrong one says why');
    await refused(-11010034, t('bulkSubmit', SUPPLIER, 'SDK-SUBMIT-1', [wrong], true, null));
    await refused(-11010026, t('bulkSubmit', BUYER, 'SDK-SUBMIT-2', [invoice('SDK-B100', '역발행', { invoicerMgtKey: 'SDK-B100' })], true, null));
    await refused(-11010035, t('getBulkResult', SUPPLIER, 'NEVER-SENT', null));
  },
  async 'the retired 발행예정 step is refused'() {
    await t('register', SUPPLIER, invoice('SDK-P1', '정발행'), null, false);
    await refused(-11000001, t('send', SUPPLIER, SELL, 'SDK-P1', '', '', null));
    for (const method of ['cancelSend', 'accept', 'deny']) await refused(-11000001, t(method, SUPPLIER, SELL, 'SDK-P1', '', null));
  },
  async 'search over both sides'() {
    const page = await t('search', SUPPLIER, SELL, 'W', '20251101', '20251130', ['3**', '6**'], ['N'], ['T'], null, 'A', 1, 2, null, null, null, null, null, null, ['N', 'R'], ['P'], null, null);
    equal(page.total, 24, 'total');
    equal(page.list.length, 2, 'page');
    equal(page.pageCount, 12, 'pages');
    const named = await t('search', BUYER, BUY, 'W', '20251101', '20251130', null, null, null, null, 'D', 1, 50, null, null, null, '공급상사', null, null, null, null, null, 'SDK-R1');
    equal(named.total, 1, 'by name and key');
    await refused(-11001119, t('search', BUYER, BUY, 'W', '20250101', '20251130', null, null, null, null, 'D', 1, 50, null, null, null, null, null, null, null, null, null, null));
  },
};
