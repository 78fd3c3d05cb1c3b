import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

import { formatTimeShort, missing } from '../format';
import { useColours, veilOf } from '../theme';
import { ChartTable } from './ChartTable';
import { formatAxisTimes } from './chartAxis';

export type Hue = 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'grey';

export interface Line {
  name: string;
  hue: Hue;
  values: (number | null)[];
  /** Fills the area below. */
  filled?: boolean;
  /** For readers who cannot distinguish the colours. */
  dashed?: boolean;
}

interface Properties {
  /** The description, read by screen readers with the last values. */
  label: string;
  /** Unix time in seconds, oldest first. */
  times: number[];
  lines: Line[];
  format: (value: number) => string;
  height?: number;
}

const lastKnown = (values: (number | null)[]): number | null => values.findLast((candidate) => candidate !== null) ?? null;

/** Isolated points, without a neighbour to draw a line to. */
function lonePoints(chart: uPlot, series: number): number[] {
  const values = chart.data[series] ?? [];
  return Array.from(values.keys()).filter((index) => values[index] != null && values[index - 1] == null && values[index + 1] == null);
}

/** Lines over time, drawn by uPlot. The same numbers are in a table below. */
export function TimeChart({ label, times, lines, format, height = 200 }: Properties) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const colours = useColours();
  const shape = lines.map((line) => `${line.name}/${line.hue}`).join();
  const data = useMemo<uPlot.AlignedData>(() => [times, ...lines.map((line) => line.values)], [times, lines]);
  const latest = useRef({ data, format });
  latest.current = { data, format };

  // Before the page is painted, so that content below does not move when the legend appears.
  useLayoutEffect(() => {
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
        legend: { live: true, markers: { width: 0, fill: (_, series) => colours[lines[series - 1]?.hue ?? 'grey'] } },
        scales: { y: { range: (_, low, high) => [Math.min(0, low), high > 0 ? high * 1.1 : 1] } },
        axes: [
          { ...axis, values: (_, splits, __, ___, step) => formatAxisTimes(splits, step) },
          { ...axis, size: 64, values: (_, splits) => splits.map((value) => latest.current.format(value)) },
        ],
        series: [
          { label: 'Time', value: (_, time) => (time === null ? 'Last' : formatTimeShort(new Date(time * 1000))) },
          ...lines.map(
            (line, index): uPlot.Series => ({
              label: line.name,
              stroke: colours[line.hue],
              width: 2,
              points: { show: true, size: 6, fill: colours[line.hue], filter: lonePoints },
              // The legend shows the last value while nobody points at the chart.
              value: (_, value, __, at) => {
                const shown = at === null ? lastKnown((latest.current.data[index + 1] ?? []) as (number | null)[]) : value;
                return shown === null || shown === undefined ? missing : latest.current.format(shown);
              },
              ...(line.filled === true ? { fill: veilOf(colours[line.hue]) } : {}),
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
    // The values are set by setData.
  }, [shape, height, colours]);

  useEffect(() => plot.current?.setData(data), [data]);

  const last = lines.map((line) => {
    const value = lastKnown(line.values);
    return `${line.name} ${value === null ? missing : format(value)}`;
  });
  return (
    <figure class="chart">
      <div ref={frame} class="chart-frame" role="img" aria-label={`${label}. Last: ${last.join(', ')}.`} />
      <ChartTable label={label} times={times} lines={lines} format={format} />
    </figure>
  );
}
