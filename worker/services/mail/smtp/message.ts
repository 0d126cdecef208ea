import { MailFailure, type OutgoingMail } from '../provider.ts';
import { isSafeAddress, type MailAddress } from './mail-address.ts';

/** A base64 line of a body (RFC 2045 §6.8), in characters. */
const BODY_LINE = 76;
/** Bytes of an encoded word's text: with its frame and the name of the header still one line (RFC 2047 §2). */
const WORD_BYTES = 39;

/**
 * The message as it goes over the wire (RFC 5322, MIME multipart/alternative), lines ended by CRLF, ASCII only.
 * @throws MailFailure when the recipient is no address that can be sent to
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

/** Text for a header: encoded words where it is not plain, so that no line break or header of its own can be in it. */
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
