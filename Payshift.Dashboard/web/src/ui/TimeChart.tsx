import { useEffect, useMemo, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

import { formatTimeShort, missing } from '../format';
import { useColours } from '../theme';

export type Hue = 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'grey';

export interface Line {
  name: string;
  hue: Hue;
  values: (number | null)[];
  /** Fills the area below. */
  filled?: boolean;
  /** For those who cannot tell the hues apart. */
  dashed?: boolean;
}

interface Properties {
  /** Says what is shown; told to screen readers with the last values. */
  label: string;
  /** Unix time in seconds, oldest first. */
  times: number[];
  lines: Line[];
  format: (value: number) => string;
  height?: number;
}

/** Lines over time, drawn by uPlot; the same numbers stand in a table below for those who want to read them. */
export function TimeChart({ label, times, lines, format, height = 200 }: Properties) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const colours = useColours();
  const shape = lines.map((line) => `${line.name}/${line.hue}`).join();
  const data = useMemo<uPlot.AlignedData>(() => [times, ...lines.map((line) => line.values)], [times, lines]);
  const latest = useRef({ data, format });
  latest.current = { data, format };

  useEffect(() => {
    const element = frame.current;
    if (element === null) {
      return undefined;
    }

    const axis: uPlot.Axis = { stroke: colours.muted, grid: { stroke: colours.line, width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height,
        padding: [8, 8, 0, 0],
        cursor: { y: false, points: { size: 7 } },
        legend: { live: true },
        scales: { y: { range: (_, low, high) => [Math.min(0, low), high > 0 ? high * 1.1 : 1] } },
        axes: [
          axis,
          { ...axis, size: 64, values: (_, splits) => splits.map((value) => latest.current.format(value)) },
        ],
        series: [
          { label: 'Time', value: (_, time) => (time === null ? missing : formatTimeShort(new Date(time * 1000))) },
          ...lines.map(
            (line): uPlot.Series => ({
              label: line.name,
              stroke: colours[line.hue],
              width: 2,
              points: { show: false },
              value: (_, value) => (value === null ? missing : latest.current.format(value)),
              ...(line.filled === true ? { fill: `${colours[line.hue]}22` } : {}),
              ...(line.dashed === true ? { dash: [6, 4] } : {}),
            }),
          ),
        ],
      },
      latest.current.data,
      element,
    );
    plot.current = chart;
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
      plot.current = null;
    };
    // The lines' values come by setData.
  }, [shape, height, colours]);

  useEffect(() => plot.current?.setData(data), [data]);

  const last = lines.map((line) => {
    const value = line.values.findLast((candidate) => candidate !== null);
    return `${line.name} ${value === null || value === undefined ? missing : format(value)}`;
  });
  return (
    <figure class="chart">
      <div ref={frame} class="chart-frame" role="img" aria-label={`${label}. Last: ${last.join(', ')}.`} />
      <details class="chart-table">
        <summary>As a table</summary>
        <div class="table-frame" tabIndex={0} role="region" aria-label={`${label}, as a table`}>
          <table class="table">
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
              {times.map((time, index) => (
                <tr key={time}>
                  <td>{formatTimeShort(new Date(time * 1000))}</td>
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
      </details>
    </figure>
  );
}
