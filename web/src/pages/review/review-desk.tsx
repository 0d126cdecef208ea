import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { formatAmount } from '../../formatting/amounts.ts';
import { showToast } from '../../state/toasts.ts';
import { useNarrowScreen } from '../../state/use-narrow-screen.ts';
import { createHighlight } from '../document/highlight.ts';
import { PageViewer } from '../document/page-viewer.tsx';
import { SourceOutline } from '../document/source-outline.tsx';
import { listSpots } from '../document/value-spots.ts';
import type { ZoomKeys } from '../document/zoom.ts';
import { placeOfValue } from './crop.ts';
import { createDeskActions } from './desk-actions.ts';
import { DeskNotices, DraftOffer } from './desk-notices.tsx';
import type { Desk } from './desk-state.ts';
import { loadDraft } from './drafts.ts';
import { KeyHint } from './key-hint.tsx';
import { LineGrid } from './line-grid.tsx';
import { ownId } from './own-id.ts';
import type { ReviewQueue } from './queue-state.ts';
import { ReviewBar } from './review-bar.tsx';
import { AssignDialog, PostponeDialog, RejectDialog, TypeDialog } from './review-dialogs.tsx';
import { type ReviewDialog, useReviewKeys } from './review-keys.ts';
import { runningSum } from './running-sum.ts';
import { StopList } from './stop-list.tsx';
import { ThumbBar } from './thumb-bar.tsx';
import { WordKeys } from './word-keys.tsx';
import { WordLayer } from './word-layer.tsx';
import { createWordPicker } from './word-picker.ts';

/** Digits and signs begin a value here. */
const ZOOM_KEYS: ZoomKeys = { larger: ['i'], smaller: ['o'], fit: ['f'] };

export interface ReviewDeskProps {
  readonly queue: ReviewQueue;
  readonly desk: Desk;
}

/** One document under review: its pages on the left, what to look at on the right. */
export function ReviewDesk({ queue, desk }: ReviewDeskProps) {
  const { prepared } = desk;
  const { document } = prepared;
  const narrow = useNarrowScreen();
  const [pageShown, setPageShown] = useState(false);
  const [dialog, setDialog] = useState<ReviewDialog | null>(null);
  const [draft, setDraft] = useState(() => loadDraft(() => localStorage, ownId(), document.id));
  const lines = useSignal(false);
  const highlight = useMemo(() => createHighlight(), [desk]);
  const actions = useMemo(() => createDeskActions(desk), [desk]);
  const picker = useMemo(
    () =>
      createWordPicker(prepared, (place) => {
        highlight.place.value = place;
      }),
    [desk],
  );
  const result = desk.shown.value;
  const open = desk.openKeys.value;
  const showAll = desk.unfolded.value;
  const active = desk.active.value;
  // What is not looked at would only distract.
  const spots = useMemo(
    () =>
      listSpots(result).filter(({ key }) =>
        lines.value ? key.startsWith('line:') : showAll || open.has(key) || key === active,
      ),
    [result, showAll, lines.value, open, active],
  );
  useEffect(() => {
    highlight.focused.value = active;
    picker.stop();
  }, [active]);

  const approve = () => actions.approve(queue.approve);
  const startWords = async () => {
    const stop = actions.activeStop();
    if (!stop?.target) return;
    if (narrow) setPageShown(true);
    const place = placeOfValue(stop.value) ?? { page: result.pages[0]?.page ?? 1, box: [0, 0, 0, 0] as const };
    const started = await picker.start(place).catch(() => false);
    if (!started) showToast('This page has no words to pick.');
  };
  useReviewKeys({
    desk,
    actions,
    onApprove: approve,
    onUndo: () => void queue.undo(),
    onWords: () => void startWords(),
    onLines: () => {
      lines.value = !lines.peek();
    },
    onDialog: setDialog,
  });
  const close = () => setDialog(null);
  const sums = runningSum(result);
  const decided = queue.decided.value.length;
  const remaining = queue.remaining.value;
  const position = remaining === null ? null : `${decided + 1} of ${decided + Math.max(1, remaining)}`;
  const source =
    result.pages.length > 0 ? (
      <PageViewer
        documentId={document.id}
        pages={result.pages}
        spots={spots}
        highlight={highlight}
        onChoose={desk.activate}
        images={prepared.images}
        zoomKeys={ZOOM_KEYS}
        overlay={(page) => <WordLayer page={page} words={prepared.words} picker={picker} onPick={actions.fill} />}
      />
    ) : (
      <SourceOutline spots={spots} highlight={highlight} onChoose={desk.activate} />
    );
  const wordMode = picker.on.value;
  return (
    <div class="flex h-full flex-col">
      <ReviewBar
        desk={desk}
        position={position}
        waiting={queue.waiting.value}
        onDialog={setDialog}
        onApprove={approve}
        onUndo={() => void queue.undo()}
      />
      <DeskNotices queue={queue} desk={desk} />
      {draft !== null && (
        <DraftOffer
          draft={draft}
          onRestore={() => {
            setDraft(null);
            desk.restore(draft);
          }}
          onDiscard={() => {
            setDraft(null);
            desk.discardDraft();
          }}
        />
      )}
      <div class="flex min-h-0 flex-1 flex-col sm:flex-row">
        {(!narrow || pageShown) && (
          <div class="h-[45dvh] shrink-0 sm:h-full sm:min-w-0 sm:flex-[1.35] sm:shrink">{source}</div>
        )}
        <div class="flex min-h-0 min-w-0 flex-1 flex-col border-line bg-surface sm:border-l">
          {wordMode && (
            <WordKeys
              picker={picker}
              label={actions.activeStop()?.label ?? ''}
              onTake={lines.value ? actions.fill : actions.fillAndAccept}
            />
          )}
          {narrow && (
            <button
              type="button"
              class="flex h-10 shrink-0 cursor-pointer items-center justify-center gap-2 border-line border-b text-ink-soft text-sm"
              aria-expanded={pageShown}
              onClick={() => setPageShown(!pageShown)}
            >
              <Icon name="chevron-down" class={`size-4 ${pageShown ? 'rotate-180' : ''}`} />
              {pageShown ? 'Hide page' : 'Show page'}
            </button>
          )}
          {lines.value ? (
            <LineGrid
              desk={desk}
              actions={actions}
              onClose={() => {
                lines.value = false;
                desk.activate(null);
                desk.goNext();
              }}
            />
          ) : (
            <div class="min-h-0 flex-1 overflow-y-auto overscroll-contain py-1">
              <Progress desk={desk} />
              {result.documents !== undefined && result.documents.length > 1 && (
                <p class="px-4 pb-1 text-ink-soft text-sm sm:px-6">
                  This file holds {result.documents.length} documents. These are the values of its main one.
                </p>
              )}
              <StopList desk={desk} actions={actions} onWords={() => void startWords()} />
              <button
                type="button"
                class="flex min-h-11 w-full cursor-pointer items-center gap-2 border-line border-t px-4 text-left text-ink-soft sm:px-6"
                onClick={() => {
                  lines.value = true;
                }}
              >
                <Icon name="chevron-right" />
                <span class="flex-1">
                  {result.line_items.length} line {result.line_items.length === 1 ? 'item' : 'items'}
                  {sums.closes === false && (
                    <span class="ml-2 text-danger">sum differs by {formatAmount(sums.difference ?? '', null)}</span>
                  )}
                  {sums.closes === true && <span class="ml-2 text-proved">sum closes</span>}
                </span>
                <KeyHint keys="l" />
              </button>
            </div>
          )}
          {!lines.value && <ThumbBar desk={desk} actions={actions} onApprove={approve} />}
        </div>
      </div>
      {dialog === 'reject' && <RejectDialog onClose={close} onReject={queue.reject} />}
      {dialog === 'assign' && (
        <AssignDialog documentId={document.id} assigneeId={document.assignee_id} onClose={close} />
      )}
      {dialog === 'postpone' && <PostponeDialog onClose={close} onPostpone={queue.postpone} />}
      {dialog === 'type' && <TypeDialog type={result.document_type} onClose={close} onType={desk.changeType} />}
    </div>
  );
}

/** How many stops are left, and what to do once none is. */
function Progress({ desk }: { readonly desk: Desk }) {
  const left = desk.openKeys.value.size;
  const { size } = new Set(desk.order.value);
  if (left > 0) {
    return (
      <p class="px-4 pt-2 pb-1 font-semibold text-ink-soft text-sm sm:px-6" role="status">
        {left} of {Math.max(left, size)} {size === 1 ? 'stop' : 'stops'} to look at
      </p>
    );
  }
  return (
    <div
      class="mx-3 my-2 flex items-center gap-3 rounded-xl bg-proved-soft px-4 py-3 text-proved sm:mx-4"
      role="status"
    >
      <Icon name="check" class="size-5" />
      <span class="flex-1 font-medium">
        {size === 0 ? 'Nothing to look at here.' : 'Every stop is done.'} Approve the document.
      </span>
      <KeyHint keys="Mod+Enter" />
    </div>
  );
}
