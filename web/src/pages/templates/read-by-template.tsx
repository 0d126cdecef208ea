import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Icon } from '../../components/icon.tsx';
import { uploadFiles } from '../../state/uploads.ts';

/** Uploads documents to process with this template, then opens the list of documents. */
export function ReadByTemplate({ templateId }: { readonly templateId: string }) {
  const { route } = useLocation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        <Icon name="upload" /> Process documents
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        class="hidden"
        aria-label="Files to process with this template"
        onChange={({ currentTarget }) => {
          uploadFiles([...(currentTarget.files ?? [])], null, templateId);
          route('/documents');
        }}
      />
    </>
  );
}
