import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Icon } from '../../components/icon.tsx';
import { uploadFiles } from '../../state/uploads.ts';

/** Uploads documents that are to be read by this template, and goes to see what becomes of them. */
export function ReadByTemplate({ templateId }: { readonly templateId: string }) {
  const { route } = useLocation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        <Icon name="upload" /> Read documents by it
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        class="hidden"
        aria-label="Files to read by this template"
        onChange={({ currentTarget }) => {
          uploadFiles([...(currentTarget.files ?? [])], null, templateId);
          route('/documents');
        }}
      />
    </>
  );
}
