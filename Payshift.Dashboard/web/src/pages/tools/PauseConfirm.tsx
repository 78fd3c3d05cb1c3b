import { Confirm } from '../../ui/Confirm';

export interface PauseIntent {
  /** The provider; undefined for the whole queue. */
  provider: string | undefined;
  /** Whether to pause; false resumes. */
  pause: boolean;
}

interface Properties {
  intent: PauseIntent;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** The confirmation that explains pausing and resuming. */
export function PauseConfirm({ intent, onConfirm, onClose }: Properties) {
  const { provider, pause } = intent;
  const name = provider ?? 'the whole queue';
  return (
    <Confirm title={`${pause ? 'Pause' : 'Resume'} ${name}?`} action={pause ? 'Pause' : 'Resume'} danger={pause} onConfirm={onConfirm} onClose={onClose}>
      {pause ? (
        <>
          <p>
            <strong>Receiving goes on.</strong> Deliveries {provider === undefined ? '' : `of ${provider} `}are verified, kept and answered as before. Only their
            processing waits, until somebody resumes it.
          </p>
          <p>
            {provider === undefined
              ? 'No instance takes a batch any more; batches under way are finished. The queue grows in the meantime: watch the memory of Redis.'
              : `Webhooks of ${provider} are moved aside and keep their places. Other providers are not held up.`}
          </p>
        </>
      ) : (
        <>
          <p>What waited is processed from the next run on, in its order{provider === undefined ? '' : ', beside the webhooks of the others'}.</p>
          {provider === undefined ? <p>Providers that are paused by themselves stay paused.</p> : null}
        </>
      )}
    </Confirm>
  );
}
