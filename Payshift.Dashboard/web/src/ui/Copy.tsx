import { useEffect, useState } from 'preact/hooks';

import { Icon } from './Icon';

const saidMs = 2_500;

/** A button that copies a text to the clipboard and confirms it in place. */
export function CopyButton({ text, name, label }: { text: string; /** What is copied. */ name: string; label?: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(''), saidMs);
    return () => window.clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('The browser refuses');
    }
  };

  return (
    <span class="copy">
      <button type="button" class={label === undefined ? 'button button-icon button-small' : 'button button-small'} aria-label={`Copy ${name}`} title={`Copy ${name}`} onClick={() => void copy()}>
        <Icon name={said === 'Copied' ? 'check' : 'copy'} size={16} />
        {label}
      </button>
      <span class="copy-said" role="status">
        {said}
      </span>
    </span>
  );
}

/** An id with its copy button. */
export function Copyable({ text, name }: { text: string; name: string }) {
  return (
    <span class="copyable">
      <code>{text}</code>
      <CopyButton text={text} name={name} />
    </span>
  );
}
