import { expect, test } from 'vitest';

import { prettyJson } from './jsonText';

test.each([
  ['{}', '{}'],
  ['[]', '[]'],
  ['"a: {b}, [c]"', '"a: {b}, [c]"'],
  ['{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
  ['[1.50,-1e+2,12345678901234567890]', '[\n  1.50,\n  -1e+2,\n  12345678901234567890\n]'],
  ['{ "a" : [ ] , "b" : { } }', '{\n  "a": [],\n  "b": {}\n}'],
  ['["\\\\","\\"",",","\\u00e9"]', '[\n  "\\\\",\n  "\\"",\n  ",",\n  "\\u00e9"\n]'],
  ['[[[]],{"x":[null,true]}]', '[\n  [\n    []\n  ],\n  {\n    "x": [\n      null,\n      true\n    ]\n  }\n]'],
])('%s is put into lines with each token as it was', (text, expected) => {
  expect(prettyJson(text)).toBe(expected);
});

test.each(['', 'a=1&b=2', '{"a":1', '<xml/>', "{'a':1}"])('%s is no JSON', (text) => {
  expect(prettyJson(text)).toBeUndefined();
});

test('what is already in lines stays the same', () => {
  const text = JSON.stringify({ a: [1, { b: 'c' }], d: [], e: {} }, null, 2);
  expect(prettyJson(text)).toBe(text);
});
