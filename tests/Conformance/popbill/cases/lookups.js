'use strict';
const { BUYER, SUPPLIER, call, equal, refused } = require('../sdk.js');

module.exports = {
  async 'business state, one and many'() {
    equal((await call('Closedown', 'checkCorpNum', BUYER, SUPPLIER, null)).state, '1', 'in business');
    equal((await call('Closedown', 'checkCorpNums', BUYER, [SUPPLIER, '1109812343'], null)).map((c) => c.state).join(), '1,2', 'states');
    equal(Number(await call('Closedown', 'getUnitCost', BUYER)), 100, 'unit cost');
    equal((await call('Closedown', 'getChargeInfo', BUYER, null)).rateSystem, '종량제', 'charge info');
  },
  async 'business information'() {
    const known = await call('BizInfoCheck', 'checkBizInfo', BUYER, SUPPLIER, null);
    equal([known.corpName, known.result, known.closeDownState].join(), '공급상사,100,1', 'a member');
    equal((await call('BizInfoCheck', 'checkBizInfo', BUYER, '1109812343', null)).closeDownState, 2, 'closed');
    await refused(-17100003, call('BizInfoCheck', 'checkBizInfo', BUYER, '12', null));
    equal(Number(await call('BizInfoCheck', 'getUnitCost', BUYER)), 100, 'unit cost');
    equal((await call('BizInfoCheck', 'getChargeInfo', BUYER, null)).rateSystem, '종량제', 'charge info');
  },
  async 'account holder by name and by identity'() {
    const found = await call('AccountCheck', 'checkAccountInfo', BUYER, '0004', '12345678901', null);
    equal(found.result, '0', 'result');
    equal(found.accountName.length, 3, 'name');
    equal((await call('AccountCheck', 'checkAccountInfo', BUYER, '0004', '12345670000', null)).accountName, null, 'nobody');
    equal((await call('AccountCheck', 'checkDepositorInfo', BUYER, '0004', '12345678901', 'P', '900101', null)).accountName, found.accountName, 'identity');
    await refused(-18201008, call('AccountCheck', 'checkAccountInfo', BUYER, '0004', '123456', null));
    equal((await call('AccountCheck', 'getChargeInfo', BUYER, '성명', null)).rateSystem, '종량제', 'charge info');
    equal(Number(await call('AccountCheck', 'getUnitCost', BUYER, '실명', null)), 100, 'unit cost');
  },
};
