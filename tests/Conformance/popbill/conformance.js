'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { allMethods, called } = require('./sdk.js');

const cases = Object.assign({}, ...['members', 'issuance', 'papers', 'lookups', 'points'].map((name) => require(`./cases/${name}.js`)), {
  async 'every method of the services in scope was called'() {
    const missed = allMethods().filter((name) => !called.has(name));
    if (missed.length > 0) throw new Error(`not called: ${missed.join(', ')}`);
  },
  async 'the table of the documentation names every method'() {
    const text = fs.readFileSync(path.join(__dirname, '../../../docs/popbill.md'), 'utf8');
    const table = text.slice(text.indexOf('### Methods of the Node SDK'));
    const missed = allMethods().map((name) => name.split('.').pop()).filter((name) => !new RegExp(`\\b${name}\\b`).test(table));
    if (missed.length > 0) throw new Error(`not in docs/popbill.md: ${missed.join(', ')}`);
  },
});

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
