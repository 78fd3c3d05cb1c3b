import { useMemo } from 'preact/hooks';

import { formatBytes } from '../../format';
import { CopyButton } from '../../ui/Copy';
import { prettyJson } from './jsonText';

/** The payload as received, shown as plain text. */
export function Payload({ text, bytes }: { text: string | null; bytes: number }) {
  const shown = useMemo(() => (text === null ? null : (prettyJson(text) ?? text)), [text]);
  return (
    <section class="drawer-part" aria-label="Payload">
      <div class="section-head">
        <h3>
          Payload <span class="muted">{formatBytes(bytes)}</span>
        </h3>
        {text === null || text === '' ? null : <CopyButton text={text} name="the payload" label="Copy" />}
      </div>
      {shown === null ? (
        <p class="muted">It is no text, and is kept as it came.</p>
      ) : shown === '' ? (
        <p class="muted">It is empty.</p>
      ) : (
        <pre class="payload" tabIndex={0} role="region" aria-label="Payload as text">
          {shown}
        </pre>
      )}
    </section>
  );
}
