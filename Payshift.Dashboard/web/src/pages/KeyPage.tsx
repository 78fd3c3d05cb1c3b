import { useState } from 'preact/hooks';

import { api, ApiError } from '../api/client';
import { keepKey } from '../api/key';
import { Field } from '../ui/Field';

/** The form for the function key, which is tried before it is kept. */
export function KeyPage({ wasRefused }: { wasRefused: boolean }) {
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>(wasRefused ? 'The key is not accepted any more, or never was. Enter the one that is.' : undefined);
  const open = async () => {
    const entered = key.trim();
    if (entered === '') {
      setError('Enter the function key.');
      return;
    }

    if (!/^[\x21-\x7e]+$/.test(entered)) {
      setError('A key has no spaces and no letters beyond ASCII. Copy it again.');
      return;
    }

    setBusy(true);
    try {
      await api.tryKey(entered);
      keepKey(entered);
    } catch (caught) {
      setError(caught instanceof ApiError ? caught.message : 'The host does not answer.');
    } finally {
      setBusy(false);
    }
  };

  return (
    <main class="door">
      <form
        class="door-card"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="44" height="44" />
        <h1>Payshift</h1>
        <p>{window.location.host}</p>
        <Field label="Function key" error={error} hint="It stays in this tab and goes when the tab is closed.">
          {(ids) => (
            <input
              {...ids}
              type="password"
              autoComplete="off"
              spellcheck={false}
              autoFocus
              value={key}
              onInput={(event) => {
                setKey(event.currentTarget.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
        <button type="submit" class="button button-primary" disabled={busy} aria-busy={busy}>
          {busy ? 'Trying the key…' : 'Open'}
        </button>
      </form>
    </main>
  );
}
