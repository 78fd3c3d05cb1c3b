import { Icon } from './Icon';

export interface Chip {
  key: string;
  text: string;
  onRemove: () => void;
}

/** The filters of a list, each with a button that removes it. */
export function Chips({ chips }: { chips: Chip[] }) {
  return (
    <ul class="chips" aria-label="Active filters">
      {chips.map((chip) => (
        <li key={chip.key}>
          <button type="button" class="chip" aria-label={`Remove the filter ${chip.text}`} title={chip.text} onClick={chip.onRemove}>
            <span>{chip.text}</span>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
