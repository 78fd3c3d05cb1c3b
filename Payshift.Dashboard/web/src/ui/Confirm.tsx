import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { ApiError } from '../api/client';
import { Dialog } from './Dialog';
import { Trouble } from './Notes';

interface Properties {
  title: string;
  /** The effect of the action. */
  children: ComponentChildren;
  action: string;
  danger?: boolean;
  /** The dialog stays open with its buttons disabled until this ends, and shows its error. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** The dialog that asks before an action. */
export function Confirm({ title, children, action, danger = false, onConfirm, onClose }: Properties) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : new ApiError(0, 'It went wrong in the page itself. Reload it and look at what was done.'));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" disabled={busy} onClick={onClose}>
            Cancel
          </button>
          <button type="button" class={danger ? 'button button-danger' : 'button button-primary'} disabled={busy} aria-busy={busy} onClick={() => void confirm()}>
            {busy ? 'Working…' : action}
          </button>
        </>
      }
    >
      {children}
      {error === undefined ? null : <Trouble error={error} />}
    </Dialog>
  );
}
