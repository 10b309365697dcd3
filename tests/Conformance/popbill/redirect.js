// Preloaded with -r: sends the SDK's HTTPS calls to the emulator. The SDK itself stays as published.
'use strict';
const http = require('node:http');
const https = require('node:https');

const target = new URL(process.env.POPBILL_EMULATOR);

https.request = function request(options, callback) {
  if (typeof options !== 'object' || !/\.linkhub\.co\.kr$/.test(options.host || '')) {
    throw new Error(`Unexpected address in the SDK's call: ${JSON.stringify(options.host || options)}`);
  }
  return http.request({ ...options, protocol: 'http:', host: target.hostname, port: target.port, agent: undefined }, callback);
};
