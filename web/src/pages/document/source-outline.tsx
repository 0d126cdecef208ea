import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import type { Lighting } from './lighting.ts';
import { readablePath } from './source-path.ts';
import type { ValueSpot } from './value-spots.ts';

export interface SourceOutlineProps {
  readonly spots: readonly ValueSpot[];
  readonly lighting: Lighting;
  readonly onChoose: (key: string) => void;
}

/** For a file without pages (an XML e-invoice): each value with the path of the node it stands at. */
export function SourceOutline({ spots, lighting, onChoose }: SourceOutlineProps) {
  const lit = lighting.lit.value;
  const frame = useRef<HTMLUListElement>(null);
  useEffect(() => {
    frame.current?.querySelector('[data-lit="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  return (
    <ScrollRegion class="h-full overflow-auto bg-sunken p-4 sm:p-6" label="Places in the file">
      <div class="card mx-auto max-w-3xl shadow-lift">
        <p class="flex items-center gap-2.5 border-line border-b px-5 py-3.5 text-ink-soft text-sm">
          <Icon name="document" class="size-5" />
          This file has no pages. Each value is shown with its place in the XML.
        </p>
        <ul ref={frame} class="py-2">
          {spots.flatMap((spot) =>
            spot.field.evidence.map(({ path, text }, at) => {
              const parts = readablePath(path ?? '');
              return (
                <li
                  key={`${spot.key}:${path ?? at}`}
                  data-lit={lit === spot.key}
                  class={lit === spot.key ? 'bg-highlighter text-[#1c1b19]' : ''}
                >
                  <button
                    type="button"
                    tabIndex={-1}
                    class="w-full cursor-pointer px-5 py-2 text-left"
                    title={path}
                    onClick={() => onChoose(spot.key)}
                    onPointerEnter={() => {
                      lighting.hovered.value = spot.key;
                    }}
                    onPointerLeave={() => {
                      if (lighting.hovered.peek() === spot.key) lighting.hovered.value = null;
                    }}
                  >
                    <span class={`block text-xs ${lit === spot.key ? '' : 'text-ink-faint'}`}>{parts.join(' › ')}</span>
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
