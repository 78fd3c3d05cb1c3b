import { expect, test } from 'vitest';

import { hrefOf } from '../src/route';

test('an address carries what is given, and nothing that is empty', () => {
  expect(hrefOf('failures')).toBe('#/failures');
  expect(hrefOf('failures', { provider: 'stripe', method: '', type: undefined })).toBe('#/failures?provider=stripe');
});

test('what would end an address or a parameter is escaped', () => {
  const query = new URLSearchParams(hrefOf('payments', { reference: 'a&b=c#d?e%f g' }).split('?')[1]);
  expect([...query]).toEqual([['reference', 'a&b=c#d?e%f g']]);
});
