import { useMemo } from 'preact/hooks';
import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';

/** The result exactly as the API returns it. */
export function JsonPanel({
  document: { name },
  result,
}: {
  readonly document: DocumentView;
  readonly result: Result;
}) {
  const text = useMemo(() => JSON.stringify(result, null, 2), [result]);
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name.replace(/\.[^.]+$/, '')}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div class="flex h-full flex-col">
      <div class="flex shrink-0 gap-2 px-4 py-3 sm:px-6">
        <CopyButton text={text} what="the JSON" />
        <button type="button" class="button" onClick={download}>
          <Icon name="download" /> Download
        </button>
      </div>
      <ScrollRegion class="min-h-0 flex-1 overflow-auto px-4 pb-6 sm:px-6" label="Result as JSON">
        <pre class="font-mono text-xs">{text}</pre>
      </ScrollRegion>
    </div>
  );
}
