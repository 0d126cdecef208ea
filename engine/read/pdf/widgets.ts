import type { FormWidget } from '#engine/model';
import type { Pdfium } from '#engine/pdfium/instance';
import type { PageFrame } from './page-frame.ts';

/** FPDF_ANNOT_WIDGET of fpdf_annot.h. */
const WIDGET = 20;
/** Maximum number of fields read per page. */
const MAX_WIDGETS = 1000;
/** Longer values are not form data. */
const MAX_VALUE_BYTES = 4096;
/** Four floats of FS_RECTF: left, top, right, bottom. */
const RECT_BYTES = 16;
const OFF = 'Off';

/** A field of a fillable form in the page's own coordinates. */
export interface PlacedWidget {
  readonly rect: readonly [left: number, bottom: number, right: number, top: number];
  readonly value?: string;
  readonly checked?: boolean;
}

/**
 * Reads the field values of a fillable page from the file's dictionaries (PDF 32000-1, 12.7.4): the value of a text
 * field, the state of a check box or button. Must run before the page is flattened. Fields without a value are skipped.
 */
export function readWidgets(pdfium: Pdfium, page: number, form: FormValues): readonly PlacedWidget[] {
  const { api, heap } = pdfium;
  const count = Math.min(api.FPDFPage_GetAnnotCount(page), MAX_WIDGETS);
  const widgets: PlacedWidget[] = [];
  const out = heap.allocate(RECT_BYTES);
  try {
    for (let index = 0; index < count; index++) {
      const annotation = api.FPDFPage_GetAnnot(page, index);
      if (annotation === 0) continue;
      if (api.FPDFAnnot_GetSubtype(annotation) === WIDGET && api.FPDFAnnot_GetRect(annotation, out)) {
        const view = heap.view();
        const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => view.getFloat32(out + offset, true));
        const rect = [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0] as const;
        const state = ownText(pdfium, annotation, 'AS');
        const value = ownText(pdfium, annotation, 'V');
        if (state !== '') widgets.push({ rect, checked: state !== OFF });
        else {
          const inherited = value === '' ? form.valueOf(annotation) : value;
          if (inherited !== '') widgets.push({ rect, value: inherited });
        }
      }
      api.FPDFPage_CloseAnnot(annotation);
    }
  } finally {
    heap.free(out);
  }
  return widgets;
}

/** Maps widgets to the visible page. */
export function placeWidgets(widgets: readonly PlacedWidget[], frame: PageFrame): readonly FormWidget[] {
  return widgets.map(({ rect: [left, bottom, right, top], ...state }) => ({
    box: frame.box(left, bottom, right, top),
    ...state,
  }));
}

/** Values stored at the parent of a widget; opened on first use. */
export interface FormValues {
  valueOf(annotation: number): string;
  close(): void;
}

export function openFormValues(pdfium: Pdfium, document: number): FormValues {
  const { api } = pdfium;
  let opened: { readonly info: number; readonly form: number } | undefined;
  return {
    valueOf(annotation) {
      if (opened === undefined) {
        const info = api.PDFiumExt_OpenFormFillInfo();
        opened = { info, form: api.PDFiumExt_InitFormFillEnvironment(document, info) };
      }
      const { form } = opened;
      if (form === 0) return '';
      return utf16(pdfium, (address, size) => api.FPDFAnnot_GetFormFieldValue(form, annotation, address, size));
    },
    close() {
      if (opened === undefined) return;
      if (opened.form !== 0) api.PDFiumExt_ExitFormFillEnvironment(opened.form);
      api.PDFiumExt_CloseFormFillInfo(opened.info);
    },
  };
}

function ownText(pdfium: Pdfium, annotation: number, key: string): string {
  return utf16(pdfium, (address, size) => pdfium.api.FPDFAnnot_GetStringValue(annotation, key, address, size));
}

/** Reads a UTF-16 text with terminating zero from a pdfium call; called without a buffer, it returns the size. */
function utf16({ heap }: Pdfium, write: (address: number, size: number) => number): string {
  const size = write(0, 0);
  if (size <= 2) return '';
  const address = heap.allocate(size);
  try {
    write(address, size);
    return new TextDecoder('utf-16le').decode(heap.bytes(address, Math.min(size - 2, MAX_VALUE_BYTES)).slice());
  } finally {
    heap.free(address);
  }
}
