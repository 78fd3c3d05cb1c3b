import { expect, test } from 'vitest';

import { csvOf } from '../src/csv';

test('cells are quoted where they have to be', () => {
  expect(csvOf([['plain', 'a,b', 'say "it"', 'two\nlines'], [1, -2.5, null, undefined]])).toBe('plain,"a,b","say ""it""","two\nlines"\r\n1,-2.5,,\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a spreadsheet does not run %j', (text) => {
  const cell = csvOf([[text]]).replace(/\r\n$/, '').replace(/^"|"$/g, '');
  expect(cell).toBe(`'${text}`);
});
