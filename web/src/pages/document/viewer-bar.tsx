import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icon-paths.data.ts';
import { formatShare } from '../../formatting/sizes.ts';
import { nextZoom, type ZoomKeys } from './zoom.ts';

export interface ViewerBarProps {
  readonly page: number;
  readonly pages: number;
  readonly zoom: number;
  readonly zoomKeys: ZoomKeys;
  readonly onTurn: (by: number) => void;
  readonly onZoom: (zoom: number) => void;
}

export function ViewerBar({ page, pages, zoom, zoomKeys, onTurn, onZoom }: ViewerBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Page and zoom"
      class="-translate-x-1/2 absolute bottom-3 left-1/2 flex items-center rounded-full border border-line bg-surface px-1.5 text-sm shadow-float"
    >
      {pages > 1 && (
        <>
          <BarButton icon="chevron-left" label="Previous page ([)" onClick={() => onTurn(-1)} />
          <span class="min-w-14 whitespace-nowrap text-center tabular-nums" aria-live="polite">
            {page} / {pages}
          </span>
          <BarButton icon="chevron-right" label="Next page (])" onClick={() => onTurn(1)} />
          <span class="mx-1 h-5 w-px bg-line" />
        </>
      )}
      <BarButton icon="minus" label={`Zoom out (${zoomKeys.smaller[0]})`} onClick={() => onZoom(nextZoom(zoom, -1))} />
      <span class="min-w-12 text-center tabular-nums">{formatShare(zoom)}</span>
      <BarButton icon="plus" label={`Zoom in (${zoomKeys.larger[0]})`} onClick={() => onZoom(nextZoom(zoom, 1))} />
      <BarButton icon="fit-width" label={`Fit to width (${zoomKeys.fit[0]})`} onClick={() => onZoom(1)} />
    </div>
  );
}

function BarButton({
  icon,
  label,
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="grid size-9 cursor-pointer place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
