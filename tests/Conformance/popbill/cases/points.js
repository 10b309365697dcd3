'use strict';
const { BUYER, t, equal, refused, order, quit } = require('../sdk.js');

module.exports = {
  async 'points are ordered, paid, used and paid back'() {
    const before = Number(await t('getBalance', BUYER));
    const receipt = await t('paymentRequest', BUYER, { settlerName: '담당자', settlerEmail: 'a@example.com', notifyHP: '010', paymentName: '담당자', settleCost: '30000' }, null);
    equal((await t('getSettleResult', BUYER, receipt.settleCode, null)).settleState, 1, 'waiting');
    await order(`payments/${receipt.settleCode}`, {});
    equal((await t('getSettleResult', BUYER, receipt.settleCode, null)).settleState, 2, 'paid');
    equal(Number(await t('getBalance', BUYER)), before + 30000, 'charged');
    equal((await t('getPaymentHistory', BUYER, '20251101', '20251231', 1, 10, null)).total, 1, 'payments');

    const form = { contactName: '담당자', tel: '02', requestPoint: '1000', accountBank: '국민', accountNum: '123456789', accountName: '담당자', reason: '남아서' };
    const refund = await t('refund', BUYER, form, null);
    equal((await t('getRefundInfo', BUYER, refund.refundCode, null)).requestPoint, '1000', 'refund');
    equal((await t('getRefundHistory', BUYER, 1, 10, null)).total, 1, 'refunds');
    equal((await t('getRefundableBalance', BUYER, null)).refundableBalance, before + 29000, 'left');
    await refused(-10010023, t('refund', BUYER, { ...form, requestPoint: '999999999' }, null));

    const uses = await t('getUseHistory', BUYER, '20251101', '20251231', 1, 100, 'D', null);
    equal(uses.list[0].txPoint, '-1000', 'newest first');
    equal(uses.list.some((u) => u.itemCode === 110 && u.txPoint === '-100'), true, 'an issue paid by the buyer');
  },
  // Last: it ends the membership.
  async 'leaving: the server does it, the SDK stumbles over its own answer'() {
    equal((await quit(BUYER, '시험이 끝났습니다', null)) instanceof TypeError, true, 'the fault in the SDK');
    equal((await t('checkIsMember', BUYER)).code, 0, 'no member any more');
  },
};
