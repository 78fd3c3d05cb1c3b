import { useLayoutEffect, useState } from 'preact/hooks';

import { hrefOf } from '../../route';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { useDraft } from '../../ui/useDraft';

interface Properties {
  reference: string;
  searches: string[];
  onSearch: (reference: string) => void;
  onForget: () => void;
}

export function SearchForm({ reference, searches, onSearch, onForget }: Properties) {
  const [text, setText] = useDraft(reference);
  const [error, setError] = useState<string>();
  useLayoutEffect(() => setError(undefined), [reference]);

  return (
    <section class="filters" aria-label="Search">
      <form
        class="search"
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const entered = text.trim();
          setError(entered === '' ? 'Enter a reference.' : undefined);
          if (entered !== '') {
            onSearch(entered);
          }
        }}
      >
        <Field label="Reference" error={error}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              autoComplete="off"
              spellcheck={false}
              maxLength={512}
              placeholder="Of a payment, an order or a customer"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button button-primary">
          <Icon name="search" />
          Search
        </button>
      </form>
      {searches.length === 0 ? null : (
        <div class="recent">
          <span class="muted" id="recent-searches">
            Last in this tab
          </span>
          <ul class="chips" aria-labelledby="recent-searches">
            {searches.map((search) => (
              <li key={search}>
                <a class="chip" href={hrefOf('payments', { reference: search })} title={search}>
                  <span>{search}</span>
                </a>
              </li>
            ))}
          </ul>
          <button type="button" class="button-text" onClick={onForget}>
            Forget them
          </button>
        </div>
      )}
    </section>
  );
}
