'use strict';
const { BUYER, SUPPLIER, t, equal, refused, joinForm, registerCertificate } = require('../sdk.js');

module.exports = {
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
    equal((await fetch(await t('getPopbillURL', BUYER, null, 'LOGIN'))).status, 200, 'getPopbillURL');
    equal((await fetch(await t('getPartnerURL', BUYER, 'CHRG'))).status, 200, 'partner charge page');
  },
  async 'certificate: none, registered, asked for'() {
    await refused(-10002009, t('checkCertValidation', SUPPLIER, null));
    await registerCertificate(SUPPLIER);
    equal((await t('checkCertValidation', SUPPLIER, null)).code, 1, 'valid');
    equal((await t('getCertificateExpireDate', SUPPLIER, null)).includes('2040'), true, 'expiry');
    equal((await t('getTaxCertInfo', SUPPLIER, null)).expireDT.slice(0, 4), '2040', 'info');
  },
};
