import type { PaymentState } from '../../api/types';
import { formatName } from '../../format';
import { Badge, type Tone } from '../../ui/Badge';

const tones: Record<PaymentState, Tone> = {
  pending: 'info',
  authorized: 'info',
  failed: 'bad',
  expired: 'neutral',
  canceled: 'neutral',
  succeeded: 'good',
  partiallyRefunded: 'warn',
  refunded: 'warn',
  disputed: 'bad',
  chargedBack: 'bad',
};

/** The state of a payment, as its provider reported it. */
export function StateBadge({ state }: { state: PaymentState | null | undefined }) {
  return state === null || state === undefined ? <Badge>not known</Badge> : <Badge tone={tones[state]}>{stateName(state)}</Badge>;
}

export const stateName = (state: PaymentState): string => formatName(state).toLowerCase();
