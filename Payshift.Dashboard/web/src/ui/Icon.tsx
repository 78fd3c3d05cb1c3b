const paths = {
  overview: 'M3 12l4-5 4 4 6-8M3 17h14',
  failures: 'M10 3l8 14H2zM10 8v4M10 14.6v.2',
  payments: 'M2 5h16v10H2zM2 8.5h16M5 12h3',
  batches: 'M10 2l8 4-8 4-8-4zM2 10l8 4 8-4M2 14l8 4 8-4',
  analytics: 'M3 17V9M8 17V4M13 17v-6M18 17V7',
  audit: 'M5 2h10v16H5zM8 6h4M8 9.5h4M8 13h2',
  tools: 'M12.5 7.5l5-5M11 3a5 5 0 00-5 6.5L2.5 13a2.1 2.1 0 003 3L9 12.500A5 5 0 0015.5 7.5',
  sun: 'M10 6a4 4 0 100 8 4 4 0 000-8zM10 1v2M10 17v2M1 10h2M17 10h2M3.6 3.600L5 5M15 15l1.4 1.400M3.6 16.400L5 15M15 5l1.4-1.4',
  moon: 'M16 12.500A7 7 0 117.5 4 5.5 5.5 0 0016 12.500z',
  system: 'M2 4h16v10H2zM7 17h6M10 14v3',
  leave: 'M8 3H4v14h4M8 10h9M14 6.500L17.5 10 14 13.5',
  copy: 'M7 7h10v10H7zM4.5 13H3V3h10v1.5',
  close: 'M5 5l10 10M15 5L5 15',
  refresh: 'M16 10a6 6 0 11-1.8-4.300L16 7.500M16 3.500v4h-4',
  filter: 'M3 5h14M6 10h8M9 15h2',
  search: 'M9 3a6 6 0 100 12A6 6 0 009 3zM13.5 13.500L18 18',
  check: 'M3.5 10.500l4 4 9-9',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.600v.2',
  pause: 'M7 4v12M13 4v12',
  play: 'M6 4l10 6-10 6z',
} as const;

export type IconName = keyof typeof paths;

/** An icon, hidden from screen readers: its meaning is also given in words. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
