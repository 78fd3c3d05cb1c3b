import type { Failure } from '../../api/types';

/** What is kept of the delivery's headers. */
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
