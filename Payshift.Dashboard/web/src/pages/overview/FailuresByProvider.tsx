import type { Analytics } from '../../api/types';
import { formatCount } from '../../format';
import { hrefOf } from '../../route';
import { Bars } from '../../ui/Bars';
import { Empty } from '../../ui/Notes';

/** The permanent failures by provider. */
export function FailuresByProvider({ hour }: { hour: Analytics }) {
  const byProvider = new Map<string, number>();
  for (const group of hour.groups) {
    byProvider.set(group.provider, (byProvider.get(group.provider) ?? 0) + group.totals.failed);
  }

  const bars = [...byProvider]
    .filter(([, value]) => value > 0)
    .sort((one, other) => other[1] - one[1])
    .map(([name, value]) => ({ name, value, href: hrefOf('failures', { provider: name }) }));
  return bars.length === 0 ? <Empty title="No failure in the last hour" /> : <Bars label="Failures by provider" bars={bars} format={formatCount} hue="red" />;
}
