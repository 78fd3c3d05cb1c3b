import { hostNow } from './api/clock';

// Numbers, durations, amounts and times in the reader's locale.

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const compactNumber = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const wholeShare = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const localShort = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

export const missing = '–';

export const formatCount = (value: number): string => whole.format(value);

/** A count, abbreviated from a hundred thousand on. */
export const formatLarge = (value: number): string => (value < 100_000 ? whole.format(value) : compactNumber.format(value));

export const formatRate = (value: number): string => (value < 100 ? tenths.format(value) : formatLarge(value));

export const formatShare = (value: number | null | undefined): string => (value === null || value === undefined ? missing : share.format(value));

/** The size of a change in either direction: 12%, or 3.4% if it is small. */
export const formatChange = (value: number): string => (Math.abs(value) < 0.1 ? share : wholeShare).format(Math.abs(value));

/** '1 batch', '2,000 batches'. */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${formatCount(count)} ${count === 1 ? one : many}`;

/** A duration of seconds in readable form: 12 ms, 1.4 s, 3 min 5 s, 2 h 10 min, 4 d 3 h. */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return missing;
  }

  if (seconds < 1) {
    return `${whole.format(seconds * 1000)} ms`;
  }

  if (seconds < 60) {
    return `${tenths.format(seconds)} s`;
  }

  const rounded = Math.round(seconds);
  const parts: [number, string][] = [
    [Math.floor(rounded / 86_400), 'd'],
    [Math.floor((rounded % 86_400) / 3600), 'h'],
    [Math.floor((rounded % 3600) / 60), 'min'],
    [rounded % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${whole.format(value)} ${unit}`)
    .join(' ');
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }

  return `${unit === 0 ? whole.format(value) : tenths.format(value)} ${units[unit]}`;
}

/** The exact amount: minor units are whole numbers and are never divided. */
export function formatAmount(minor: number | null | undefined, exponent: number | null | undefined, currency: string | null | undefined): string {
  if (minor === null || minor === undefined) {
    return missing;
  }

  const decimals = exponent ?? 0;
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const major = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ' ');
  const text = decimals === 0 ? major : `${major}.${digits.slice(-decimals)}`;
  return `${minor < 0 ? '−' : ''}${text}${currency ? ` ${currency.toUpperCase()}` : ''}`;
}

export const formatTime = (time: Date): string => local.format(time);

export const formatTimeShort = (time: Date): string => localShort.format(time);

export const formatClock = (time: Date): string => clock.format(time);

export const formatUtc = (time: Date): string => `${time.toISOString().replace('T', ' ').replace(/\.\d+Z$/, '')} UTC`;

export const secondsSince = (time: string, now = hostNow()): number => Math.max(0, (now - Date.parse(time)) / 1000);

/** 'Balance transaction' for balanceTransaction. */
export function formatName(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The value of an input of type datetime-local: in the reader's time zone, with seconds only if they are not zero. */
export function toLocalInput(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) {
    return '';
  }

  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return local.slice(0, at.getSeconds() === 0 ? 16 : 19);
}

/** ISO 8601 in UTC, so that an address means the same time in every zone; empty if it is not a time. */
export function fromLocalInput(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
