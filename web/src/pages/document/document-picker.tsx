import type { Result } from '#core/contract/result';
import { formatShare } from '../../formatting/sizes.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import { locationOfDocument } from './document-choice.ts';

export interface DocumentPickerProps {
  readonly documents: NonNullable<Result['documents']>;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** The documents found in a file; one of them is shown. */
export function DocumentPicker({ documents, chosen, onChoose }: DocumentPickerProps) {
  return (
    <details class="shrink-0 border-line border-b bg-canvas" open={documents.length <= OPEN_UP_TO}>
      <summary class="cursor-pointer px-4 py-2 font-medium text-sm sm:px-6">
        {documents.length} documents in this file
      </summary>
      <ul class="max-h-56 overflow-y-auto px-2 pb-2 sm:px-4">
        {documents.map((document, index) => (
          <li key={locationOfDocument(document)}>
            <button
              type="button"
              aria-pressed={index === chosen}
              class={`flex w-full cursor-pointer flex-wrap items-baseline gap-x-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-sunken ${index === chosen ? 'bg-sunken font-semibold' : ''}`}
              onClick={() => onChoose(index)}
            >
              <span>{TYPE_LABELS[document.document_type]}</span>
              <span class="font-normal text-ink-soft">{locationOfDocument(document)}</span>
              {document.confidence < 1 && (
                <span class="font-normal text-ink-faint text-xs">
                  {document.reason}, {formatShare(document.confidence)} confidence
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A longer list would push the values off the screen. */
const OPEN_UP_TO = 6;
