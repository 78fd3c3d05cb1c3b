import { expect, test } from 'vitest';

import { prettyJson } from '../../../src/pages/failures/jsonText';

test('each value gets a line', () => {
  expect(prettyJson('{"a":[1,{"b":null}],"c":{},"d":[]}')).toBe('{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}');
});

test.each([
  '{"id":12345678901234567890,"rate":1.10,"big":1e400}',
  '{"a":1,"a":2}',
  '{"text":"\\u00e9 {[,:]} \\"quoted\\" \\\\"}',
  '"only text"',
  '-0.0',
])('every token of %s stays as it was written', (text) => {
  expect(prettyJson(text)!.replaceAll(/\n */g, '').replaceAll('": ', '":')).toBe(text);
});

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

test('what is already in lines stays the same', () => {
  const text = JSON.stringify({ a: [1, { b: 'c' }], d: [], e: {} }, null, 2);
  expect(prettyJson(text)).toBe(text);
});

test.each(['', '{', '{"a":1', 'a=1&b=2', 'amount=1&currency=EUR', '<xml/>', "{'a':1}"])('%s is no JSON', (text) => {
  expect(prettyJson(text)).toBeUndefined();
});
