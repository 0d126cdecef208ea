import { PDFDocument } from '@cantoo/pdf-lib';
import { openFonts } from '../generator/fonts.ts';
import { Random } from '../generator/random.ts';
import { Sheet } from '../generator/sheet.ts';
import type { GeneratedTruth } from '../generator/truth-of.ts';
import type { Wording } from '../generator/words/wording.ts';
import { type AdOrder, inventAdOrder } from './ad-order.ts';
import { type AdProgram, adProgramOf } from './ad-program.ts';
import { drawAdOrder } from './draw-ad-order.ts';

export interface MadeAdOrder {
  readonly id: string;
  /** The PDF; the same bytes on every run. */
  readonly bytes: Uint8Array;
  readonly truth: Omit<GeneratedTruth, 'words'>;
}

const LETTER = [612, 792] as const;
const MARGIN = 40;
const plain = (cents: number) => (cents / 100).toFixed(2);

/** Makes one airtime order, or its invoice; `seed` determines everything not fixed by the program. */
export async function makeAdOrder(programId: number, seed: string, words: Wording = 'usual'): Promise<MadeAdOrder> {
  const program = adProgramOf(programId);
  const random = new Random(`ad ${seed} ${programId}`);
  const order = inventAdOrder(random, words);
  const document = await PDFDocument.create({ updateMetadata: false });
  const [short, long] = LETTER;
  const [width, height] = program.landscape ? [long, short] : [short, long];
  const sheet = new Sheet(document, await openFonts(document, 'sans', 'en'), {
    width,
    height,
    rotated: false,
    spacing: 'normal',
    accent: [0.2, 0.2, 0.2],
  });
  drawAdOrder({ sheet, order, program, left: MARGIN, right: width - MARGIN });
  const id = `ad${String(programId).padStart(3, '0')}-${seed}`;
  return { id, bytes: await document.save(), truth: truthOf(id, order, program, sheet.pageCount) };
}

/** Fields that the corpus labels on such documents. An order number is accepted under each of its names. */
function truthOf(id: string, order: AdOrder, program: AdProgram, pages: number): MadeAdOrder['truth'] {
  const invoice = program.kind === 'invoice';
  return {
    id,
    file: `${id}.pdf`,
    media_type: 'application/pdf',
    pages,
    doc_type: invoice ? 'invoice' : 'purchase_order',
    doc_type_accept: ['purchase_order', 'invoice', 'other'],
    language: 'en',
    country: 'US',
    fields: {
      advertiser_name: order.advertiser,
      gross_amount: plain(order.gross),
      reference_number: invoice ? order.invoiceNumber : order.number,
      service_start_date: order.from,
      service_end_date: order.to,
    },
    accept: {},
    absent: [],
    line_items: null,
    line_items_complete: false,
    group: `ad-program-${program.id}`,
    truth_origin: 'generated',
  };
}
