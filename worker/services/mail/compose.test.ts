import { expect, test } from 'vitest';
import { composeMail } from './compose.ts';

const EVIL = `<img src=x onerror="alert('1')">&\r\nBcc: all@example.com`;

test('what people typed cannot become markup or a header', () => {
  const mail = composeMail({
    to: 'ada@example.com',
    subject: `Join ${EVIL}`,
    paragraphs: [EVIL],
    action: { label: EVIL, url: 'https://a.test/"><script>' },
    reason: EVIL,
  });
  expect(mail.html).not.toMatch(/<img|<script|onerror="/);
  expect(mail.html).toContain('&lt;img');
  expect(mail.subject).not.toMatch(/[\r\n]/);
});

test('both forms carry the link', () => {
  const url = 'https://a.test/reset-password#token=abc';
  const mail = composeMail({
    to: 'a@a.test',
    subject: 's',
    paragraphs: ['p'],
    action: { label: 'Go', url },
    reason: 'r',
  });
  expect(mail.text).toContain(url);
  expect(mail.html).toContain(`href="${url}"`);
});
