import type { StructuredValue } from '#engine/model';
import type { XmlNode } from '../e-invoice/xml-node.ts';
import { all, first } from '../e-invoice/xml-query.ts';
import { describe, valueAt } from './statement-parts.ts';

/** Transactions of a batch that describe its entry; payrolls have thousands. */
const MAX_DESCRIBING = 5;

/** The other party and the purpose of an entry; of a batch, those of its first transactions. */
export function describeEntry(entry: XmlNode): StructuredValue | undefined {
  const isDebit = first(entry, 'CdtDbtInd')?.text.toUpperCase() === 'DBIT';
  const transactions = all(entry, 'NtryDtls/TxDtls');
  const described = transactions
    .slice(0, MAX_DESCRIBING)
    .map((transaction) => ({ transaction, text: describeTransaction(transaction, isDebit) }))
    .filter(({ text }) => text !== '');
  const [source] = described;
  if (source !== undefined) {
    return valueAt(describe(...described.map(({ text }) => text)), source.transaction.path);
  }
  const stated = first(entry, 'AddtlNtryInf', 'NtryRef', 'BkTxCd/Prtry/Cd', 'AcctSvcrRef');
  return stated === undefined ? undefined : valueAt(describe(stated.text), stated.path);
}

/** Of a payment that went out, the creditor is the other party; of a reversal, too, whoever the file names. */
function describeTransaction(transaction: XmlNode, isDebit: boolean): string {
  const [near, far] = isDebit ? ['Cdtr', 'Dbtr'] : ['Dbtr', 'Cdtr'];
  const party = first(transaction, `RltdPties/${near}/Nm`, `RltdPties/${near}/Pty/Nm`);
  const other = party ?? first(transaction, `RltdPties/${far}/Nm`, `RltdPties/${far}/Pty/Nm`);
  const free = all(transaction, 'RmtInf/Ustrd').map(({ text }) => text);
  const coded = all(transaction, 'RmtInf/Strd').map(
    (part) => first(part, 'CdtrRefInf/Ref', 'RfrdDocInf/Nb', 'AddtlRmtInf')?.text ?? '',
  );
  const purpose = [...free, ...coded].join(' ').trim();
  const rest = purpose === '' ? (first(transaction, 'AddtlTxInf', 'Refs/EndToEndId')?.text ?? '') : '';
  return describe(other?.text, purpose, rest === 'NOTPROVIDED' ? '' : rest);
}
