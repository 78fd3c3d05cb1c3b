import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Properties {
  title: string;
  /** The content at the end of the heading. */
  extra?: ComponentChildren;
  children: ComponentChildren;
  wide?: boolean;
}

export function Card({ title, extra, children, wide = false }: Properties) {
  const id = useId();
  return (
    <section class={wide ? 'card card-wide' : 'card'} aria-labelledby={id}>
      <header class="card-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </header>
      {children}
    </section>
  );
}
