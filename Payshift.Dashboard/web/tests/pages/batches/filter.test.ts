import { expect, test } from 'vitest';

import { noFilter, readFilter } from '../../../src/pages/batches/filter';

test('an address says which batches are meant; what no host would take is left out', () => {
  expect(readFilter(new URLSearchParams('provider= adyen &outcome=failed'))).toEqual({ ...noFilter, provider: 'adyen', outcome: 'failed' });
  expect(readFilter(new URLSearchParams('outcome=lost&from=soon'))).toEqual(noFilter);
});
