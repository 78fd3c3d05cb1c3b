import type { Failure } from '../../api/types';
import { Time } from '../../ui/Time';

/** The errors of all attempts, oldest first. */
export function Attempts({ errors }: { errors: Failure['errors'] }) {
  return (
    <section class="drawer-part" aria-label="Attempts">
      <h3>Attempts</h3>
      {errors.length === 0 ? (
        <p class="muted">Nothing is kept of its attempts.</p>
      ) : (
        <ol class="steps">
          {errors.map((error, index) => (
            <li key={index} class="step-bad">
              <p class="step-head">
                <span class="step-name">Attempt {error.attempt}</span>
                <span class="muted">
                  <Time at={error.at} />
                </span>
              </p>
              <p>{error.reason}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
