import type { Language } from '../locales.data.ts';
import type { LabelName } from './label-words.data.ts';

/**
 * Words missing from the engine's table of labels, for an unbiased measurement of unknown wording. A test fails if one
 * of them becomes known: replace it here, and never add words from here to the table.
 */
export const UNSEEN_WORDS: Readonly<Partial<Record<Language, Readonly<Partial<Record<LabelName, string>>>>>> = {
  en: {
    number: 'Document serial|Billing slip|Running mark|Voucher mark', date: 'Drawn up|Made out|Raised|Written',
    due: 'Settle before|To be settled until|Latest settlement', subtotal: 'Worth before levies|Before levies|Bare worth',
    total: 'All together|In full|Everything', amountDue: 'Left to settle|Remains open', customerId: 'Your file|Patron key',
    poNumber: 'Your mandate|Your commission', delivery: 'Handed over|Brought on', paymentRef: 'Write on transfer|Transfer text',
  },
  de: {
    number: 'Belegzeichen|Laufende Kennung|Schriftstück', date: 'Geschrieben|Verfasst|Aufgesetzt',
    due: 'Zu begleichen vor|Spätester Ausgleich', subtotal: 'Vor Abgaben|Reiner Wert', total: 'Alles zusammen|Im Ganzen',
    amountDue: 'Bleibt zu begleichen|Noch auszugleichen', customerId: 'Ihre Akte|Ihr Kürzel', poNumber: 'Ihr Mandat|Ihr Abruf',
    delivery: 'Übergeben|Gebracht', paymentRef: 'Text der Überweisung|Vermerk',
  },
  fr: {
    number: 'Pièce|Marque du document', date: 'Rédigée|Dressée', due: 'À régulariser avant|Dernier jour',
    subtotal: 'Avant prélèvements|Valeur nue', total: 'Le tout|Ensemble', amountDue: 'Demeure ouvert|À solder',
    customerId: 'Votre fiche|Votre sigle', poNumber: 'Votre mandat|Votre appel', delivery: 'Remise|Apportée',
    paymentRef: 'Texte du virement|Mention',
  },
  es: {
    number: 'Marca del documento|Pieza', date: 'Redactada|Hecha', due: 'Saldar antes|Último día', subtotal: 'Antes de cargas|Valor limpio',
    total: 'Todo junto|El conjunto', amountDue: 'Queda abierto|Por saldar', customerId: 'Su ficha|Su sigla', poNumber: 'Su mandato|Su encargo',
    delivery: 'Traído|Puesto', paymentRef: 'Texto del giro|Mención',
  },
  it: {
    number: 'Segno del foglio|Pezzo', date: 'Redatta|Stesa', due: 'Da saldare prima|Ultimo giorno', subtotal: 'Prima degli oneri|Valore nudo',
    total: 'Tutto insieme|Il complesso', amountDue: 'Resta aperto|Ancora aperto', customerId: 'La sua scheda|La sua sigla',
    poNumber: 'Suo mandato|Suo incarico', delivery: 'Portato|Posato', paymentRef: 'Testo del giro|Menzione',
  },
};
