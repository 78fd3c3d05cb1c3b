import { useState } from 'preact/hooks';

import { formatTimeShort, missing } from '../format';
import type { Line } from './TimeChart';

interface Properties {
  label: string;
  times: number[];
  lines: Line[];
  format: (value: number) => string;
}

/** A chart's numbers, newest first. A chart can have 1,500 of them, so rows are rendered only while they are visible. */
export function ChartTable({ label, times, lines, format }: Properties) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="chart-table" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {isOpen ? (
        <div class="table-frame" tabIndex={0} role="region" aria-label={`${label}, as a table`}>
          <table class="table table-plain">
            <thead>
              <tr>
                <th scope="col">Time</th>
                {lines.map((line) => (
                  <th key={line.name} scope="col" class="number">
                    {line.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...times.keys()].reverse().map((index) => (
                <tr key={times[index]}>
                  <td>{formatTimeShort(new Date(times[index]! * 1000))}</td>
                  {lines.map((line) => {
                    const value = line.values[index];
                    return (
                      <td key={line.name} class="number">
                        {value === null || value === undefined ? missing : format(value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </details>
  );
}
