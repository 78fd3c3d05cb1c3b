import { Icon } from './Icon';

export function RefreshButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      <Icon name="refresh" />
      Refresh
    </button>
  );
}
