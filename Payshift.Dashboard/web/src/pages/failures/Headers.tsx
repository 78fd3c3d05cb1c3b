import type { Failure } from '../../api/types';

/** The kept headers of the delivery. */
export function Headers({ headers }: { headers: Failure['headers'] }) {
  const given = Object.entries(headers);
  if (given.length === 0) {
    return null;
  }

  return (
    <section class="drawer-part" aria-label="Headers">
      <h3>Headers</h3>
      <dl class="headers">
        {given.map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
