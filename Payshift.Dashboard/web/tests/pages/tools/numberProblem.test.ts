import { expect, test } from 'vitest';

import { numberProblem } from '../../../src/pages/tools/numberProblem';

test.each(['', ' ', '1', ' 1000 '])('%j is right', (text) => {
  expect(numberProblem(text, 1_000)).toBeUndefined();
});

test.each(['0', '-1', '1.5', '1e3', '1001', 'ten', '٣'])('%j is wrong, and it is said what is right', (text) => {
  expect(numberProblem(text, 1_000)).toBe('Enter a whole number from 1 to 1,000, or nothing.');
});
