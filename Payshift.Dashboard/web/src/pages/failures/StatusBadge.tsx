import type { FailureSummary } from '../../api/types';
import { Badge } from '../../ui/Badge';

export function StatusBadge({ status }: { status: FailureSummary['status'] }) {
  return <Badge tone={status === 'open' ? 'bad' : 'info'}>{status}</Badge>;
}
