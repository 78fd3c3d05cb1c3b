import { useState } from 'preact/hooks';

import { api } from '../../api/client';
import type { PauseChange, Stats } from '../../api/types';
import { formatCount, formatDuration, formatLarge, missing, secondsSince } from '../../format';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { DataTable } from '../../ui/DataTable';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Empty, Skeleton } from '../../ui/Notes';
import { Time } from '../../ui/Time';
import { useAction } from '../../ui/useAction';
import { Outcome } from './Outcome';
import { PauseConfirm, type PauseIntent } from './PauseConfirm';

interface Row {
  /** The provider; undefined for the whole queue. */
  provider: string | undefined;
  since: string | null;
  /** The number of webhooks that wait for the end of the pause; null if it is not known. */
  held: number | null;
}

interface Properties {
  stats: Stats | undefined;
  /** The host did not respond. */
  failed: boolean;
  /** The providers of recent webhooks; undefined while they are loading. */
  seen: string[] | undefined;
  onChange: () => void;
}

/** The pauses with their start, and the buttons to pause and resume. */
export function Pauses({ stats, failed, seen, onChange }: Properties) {
  const [asked, setAsked] = useState<PauseIntent>();
  const [other, setOther] = useState('');
  const [otherProblem, setOtherProblem] = useState<string>();
  const action = useAction<PauseChange & { intent: PauseIntent }>('pause');

  const askOther = () => {
    const provider = other.trim().toLowerCase();
    setOtherProblem(provider === '' ? "Enter a provider's name, such as stripe." : undefined);
    if (provider !== '') {
      setAsked({ provider, pause: stats?.paused.providersSince[provider] === undefined });
    }
  };

  return (
    <Card title="Pause and resume" wide>
      {stats === undefined && failed ? (
        <Empty title="Not known">What is paused is told by Redis.</Empty>
      ) : stats === undefined || seen === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <>
          <DataTable
            caption="What is paused"
            rows={rowsOf(stats, seen)}
            keyOf={(row) => row.provider ?? ''}
            columns={[
              { name: 'What', grow: true, cell: (row) => (row.provider === undefined ? <strong>The whole queue</strong> : row.provider) },
              { name: 'State', cell: (row) => (row.since === null ? <Badge tone="good">runs</Badge> : <Badge tone="warn">paused</Badge>) },
              {
                name: 'Since',
                cell: (row) =>
                  row.since === null ? (
                    missing
                  ) : (
                    <>
                      <Time at={row.since} short /> ({formatDuration(secondsSince(row.since))})
                    </>
                  ),
              },
              { name: 'Held', numeric: true, cell: (row) => (row.held === null ? missing : formatLarge(row.held)) },
              {
                name: 'Action',
                cell: (row) => {
                  const name = row.provider ?? 'the whole queue';
                  return (
                    <button type="button" class="button" aria-label={`${row.since === null ? 'Pause' : 'Resume'} ${name}`} onClick={() => setAsked({ provider: row.provider, pause: row.since === null })}>
                      <Icon name={row.since === null ? 'pause' : 'play'} size={16} />
                      {row.since === null ? 'Pause' : 'Resume'}
                    </button>
                  );
                },
              },
            ]}
          />
          <form
            class="form form-line"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              askOther();
            }}
          >
            <Field label="Another provider" hint="One that nothing came from in the last week" error={otherProblem}>
              {(ids) => <input {...ids} autoComplete="off" autoCapitalize="none" spellcheck={false} value={other} onInput={(event) => setOther(event.currentTarget.value)} />}
            </Field>
            <button type="submit" class="button">
              Pause…
            </button>
          </form>
        </>
      )}
      {action.result === undefined ? null : <Changed change={action.result} at={action.at} />}
      {asked === undefined ? null : (
        <PauseConfirm
          intent={asked}
          onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            const change = await (asked.pause ? api.pause(asked.provider) : api.resume(asked.provider));
            await action.run(async () => ({ ...change, intent: asked }));
            setOther('');
            onChange();
          }}
        />
      )}
    </Card>
  );
}

function rowsOf(stats: Stats, seen: string[]): Row[] {
  const { queueSince, providersSince } = stats.paused;
  const providers = [...new Set([...Object.keys(providersSince), ...Object.keys(stats.held), ...seen])].sort();
  return [
    { provider: undefined, since: queueSince, held: null },
    ...providers.map((provider) => ({ provider, since: providersSince[provider] ?? null, held: stats.held[provider] ?? 0 })),
  ];
}

function Changed({ change, at }: { change: PauseChange & { intent: PauseIntent }; at: Date | undefined }) {
  const { pause, provider } = change.intent;
  const name = provider ?? 'The whole queue';
  const paused = Object.keys(change.paused.providersSince).length;
  return (
    <Outcome
      tone={pause ? 'warn' : 'good'}
      title={change.changed ? `${name} is ${pause ? 'paused' : 'resumed'}.` : `${name} ${pause ? 'was paused already' : 'was not paused'}.`}
      at={at}
    >
      <p>
        {pause
          ? 'Deliveries are taken as before and wait. Batches under way are finished.'
          : change.paused.queueSince !== null
            ? 'The whole queue is still paused: nothing is processed until it is resumed.'
            : paused > 0
              ? `Still paused: ${formatCount(paused)} (${Object.keys(change.paused.providersSince).sort().join(', ')}).`
              : 'What waited is processed from the next run on.'}
      </p>
    </Outcome>
  );
}
