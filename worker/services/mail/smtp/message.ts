import { MailFailure, type OutgoingMail } from '../provider.ts';
import { isSafeAddress, type MailAddress } from './mail-address.ts';

/** Characters per base64 line of a body (RFC 2045 §6.8). */
const BODY_LINE = 76;
/** Bytes of text per encoded word, so that it fits one line with its frame and the header name (RFC 2047 §2). */
const WORD_BYTES = 39;

/**
 * Formats the message for transmission (RFC 5322, MIME multipart/alternative) in ASCII with CRLF line endings.
 * @throws MailFailure if the recipient is not a valid address
 */
export function formatMessage(from: MailAddress, mail: OutgoingMail): string {
  if (!isSafeAddress(mail.to)) throw new MailFailure('refused', true, 'the recipient is no mail address');
  const boundary = `=_${mail.id}`;
  const part = (kind: string, text: string): readonly string[] => [
    `--${boundary}`,
    `Content-Type: ${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...bodyLines(text),
  ];
  const sender = from.name === null ? from.address : `${encodeHeader(from.name)} <${from.address}>`;
  return [
    `From: ${sender}`,
    `To: ${mail.to}`,
    `Subject: ${encodeHeader(mail.subject)}`,
    `Date: ${new Date(mail.createdAt).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    'MIME-Version: 1.0',
    'Auto-Submitted: auto-generated',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', mail.text),
    ...part('text/html', mail.html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/**
 * Encodes header text as encoded words unless it is plain ASCII, so that it cannot contain line breaks or inject
 * headers.
 */
function encodeHeader(text: string): string {
  if (/^[A-Za-z0-9 !'*+\-/.,:?()]{1,60}$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text.replaceAll(/\s+/g, ' ')) {
    if (new TextEncoder().encode(word + character).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((each) => `=?utf-8?B?${base64(each)}?=`).join('\r\n ');
}

function bodyLines(text: string): readonly string[] {
  return base64(text).match(new RegExp(`.{1,${BODY_LINE}}`, 'g')) ?? [''];
}

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
