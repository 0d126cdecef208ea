import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { readDroppedFiles } from './read-dropped-files.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Accepts dropped files and folders, and pasted files, anywhere on the page. */
export function DropTarget({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // `dragleave` fires between elements too; `relatedTarget` is null only when leaving the window.
    const enter = (event: DragEvent) => carriesFiles(event) && setOver(true);
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const move = (event: DragEvent) => carriesFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void readDroppedFiles(event.dataTransfer).then(onFiles);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('dragover', move);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('dragover', move);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, []);
  if (!over) return null;
  return (
    <div class="pointer-events-none fixed inset-0 z-30 bg-canvas/80 p-4 backdrop-blur-xs">
      <div class="flex h-full flex-col items-center justify-center gap-4 rounded-2xl border-4 border-accent border-dashed bg-accent-soft/70 text-accent">
        <Icon name="upload" class="size-12" />
        <p class="font-semibold text-2xl tracking-tight">Drop to upload</p>
        <p class="text-ink-soft">Files and whole folders</p>
      </div>
    </div>
  );
}
