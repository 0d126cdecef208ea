import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { type Block, BODY_SIZE, paragraphOf } from '../flow/block.ts';
import { blocksOfHtml } from '../html/html-blocks.ts';
import { MAX_PARTS } from '../limits.ts';
import { detectMediaType } from '../media-type.ts';
import { blocksOfText } from '../text/text-blocks.ts';
import type { Part, Unwrapped } from './part.ts';
import { isReadableInside } from './readable-types.ts';

/** Mail programs nest parts four or five deep. */
const MAX_NESTING = 30;
const MAX_HEADER_BYTES = 512 * 1024;
/** An image in a mail's body with fewer bytes is a logo or an icon. */
const SMALL_PICTURE_BYTES = 30_000;

/**
 * Unpacks a mail the way people see it: if it has attachments, they are the documents; otherwise the mail itself is. An
 * inline image counts only if it is large and nothing is attached (a photo of a receipt sent from a phone).
 */
export async function unwrapMail(bytes: Uint8Array, pause: () => Promise<void>): Promise<Unwrapped> {
  const mail = await parse(bytes);
  if (mail === undefined) {
    return { ok: false, error: { code: 'damaged', message: 'The mail is damaged: its parts cannot be told apart.' } };
  }
  const files = mail.attachments.map(fileOf);
  if (files.length > MAX_PARTS) {
    const message = `The mail holds ${files.length} files; at most ${MAX_PARTS} are read together.`;
    return { ok: false, error: { code: 'too_large', message } };
  }
  const attached = files.filter(({ inText }) => !inText);
  const photos = files.filter(({ inText, bytes: content }) => inText && content.length >= SMALL_PICTURE_BYTES);
  const readable = attached.filter(({ mediaType }) => isReadableInside(mediaType));
  const chosen = readable.length > 0 ? readable : photos;
  const parts: Part[] = chosen.map(({ name, bytes: content, mediaType }) => ({
    kind: 'file',
    name,
    bytes: content,
    mediaType,
  }));
  const leftOut = attached.filter((file) => !readable.includes(file) && !isHousekeeping(file.stated));
  const text: Part = { kind: 'text', name: '', blocks: [...headLines(mail), ...(await bodyOf(mail, pause))] };
  return { ok: true, parts: parts.length > 0 ? parts : [text], leftOut: leftOut.map(({ name }) => name) };
}

/** postal-mime rejects mails beyond its limits with plain errors; each of them means that the mail cannot be read. */
async function parse(bytes: Uint8Array): Promise<Email | undefined> {
  const parser = new PostalMime({
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADER_BYTES,
  });
  const [outcome] = await Promise.allSettled([parser.parse(bytes)]);
  return outcome.status === 'fulfilled' ? outcome.value : undefined;
}

function fileOf(attachment: Attachment, index: number) {
  const { content, filename, mimeType, disposition, related, contentId } = attachment;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const inText = related === true || (disposition === 'inline' && contentId !== undefined);
  const isPicture = mimeType.startsWith('image/');
  return {
    name: filename ?? `attachment ${index + 1}`,
    bytes,
    mediaType: detectMediaType(bytes),
    stated: mimeType,
    inText: inText && isPicture,
  };
}

/** Signatures, invitations and contact cards accompany mails and are not documents. */
function isHousekeeping(mediaType: string): boolean {
  return /pkcs7-signature|pgp-signature|calendar|vcard|directory|delivery-status|ms-tnef/.test(mediaType);
}

function headLines(mail: Email): Block[] {
  const line = (label: string, value: string | undefined): Block[] =>
    value === undefined || value === '' ? [] : [paragraphOf(`${label}: ${value}`)];
  const subject = mail.subject === undefined ? [] : [paragraphOf(mail.subject, { bold: true, size: BODY_SIZE + 3 })];
  const sent = /^\d{4}-\d{2}-\d{2}/.exec(mail.date ?? '')?.[0] ?? mail.date;
  return [
    ...subject,
    ...line('From', people(mail.from)),
    ...line('To', mail.to?.map(people).join(', ')),
    ...line('Date', sent),
  ];
}

function people(address: Address | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (address.group !== undefined) return address.name;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

/** Prefers the HTML body: it is what people see, and its tables keep their columns. */
async function bodyOf(mail: Email, pause: () => Promise<void>): Promise<Block[]> {
  const shown = mail.html === undefined ? [] : ((await blocksOfHtml(mail.html, pause)) ?? []);
  return shown.length > 0 ? shown : blocksOfText((mail.text ?? '').trim());
}
