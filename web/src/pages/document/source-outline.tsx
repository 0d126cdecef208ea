import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import type { Highlight } from './highlight.ts';
import { readablePath } from './source-path.ts';
import type { ValueSpot } from './value-spots.ts';

export interface SourceOutlineProps {
  readonly spots: readonly ValueSpot[];
  readonly highlight: Highlight;
  readonly onChoose: (key: string) => void;
}

/** For files without pages (XML e-invoices): each value with the path of its XML node. */
export function SourceOutline({ spots, highlight, onChoose }: SourceOutlineProps) {
  const highlighted = highlight.current.value;
  const frame = useRef<HTMLUListElement>(null);
  useEffect(() => {
    frame.current?.querySelector('[data-lit="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  return (
    <ScrollRegion class="h-full overflow-auto bg-sunken p-4 sm:p-6" label="Locations in the file">
      <div class="card mx-auto max-w-3xl shadow-lift">
        <p class="flex items-center gap-2.5 border-line border-b px-5 py-3.5 text-ink-soft text-sm">
          <Icon name="document" class="size-5" />
          This file has no pages. Each value is shown with its path in the XML.
        </p>
        <ul ref={frame} class="py-2">
          {spots.flatMap((spot) =>
            spot.field.evidence.map(({ path, text }, at) => {
              const parts = readablePath(path ?? '');
              return (
                <li
                  key={`${spot.key}:${path ?? at}`}
                  data-lit={highlighted === spot.key}
                  class={highlighted === spot.key ? 'bg-highlighter text-[#1c1b19]' : ''}
                >
                  <button
                    type="button"
                    tabIndex={-1}
                    class="w-full cursor-pointer px-5 py-2 text-left"
                    title={path}
                    onClick={() => onChoose(spot.key)}
                    onPointerEnter={() => {
                      highlight.hovered.value = spot.key;
                    }}
                    onPointerLeave={() => {
                      if (highlight.hovered.peek() === spot.key) highlight.hovered.value = null;
                    }}
                  >
                    <span class={`block text-xs ${highlighted === spot.key ? '' : 'text-ink-faint'}`}>
                      {parts.join(' › ')}
                    </span>
                    <span class="block break-words font-medium">{text}</span>
                  </button>
                </li>
              );
            }),
          )}
        </ul>
      </div>
    </ScrollRegion>
  );
}
