import { Icon } from './Icon';

interface Properties {
  /** The id of the form. */
  controls: string;
  expanded: boolean;
  onToggle: () => void;
}

/** Shows and hides the form of filters. */
export function FiltersButton({ controls, expanded, onToggle }: Properties) {
  return (
    <button type="button" class="button" aria-expanded={expanded} aria-controls={expanded ? controls : undefined} onClick={onToggle}>
      <Icon name="filter" />
      Filters
    </button>
  );
}
