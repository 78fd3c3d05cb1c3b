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

test.each(['', '{', 'amount=1&currency=EUR', '<xml/>', "{'a':1}"])('%s is no JSON', (text) => {
  expect(prettyJson(text)).toBeUndefined();
});
