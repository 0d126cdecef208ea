import type { Mail } from './mail.ts';

/** What every mail of ours consists of. All of it is plain text; the HTML form escapes it. */
export interface MailContent {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Why the person got this, in one sentence. */
  readonly reason: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Names come from people: a line break in a subject would be a header of its own. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text and the HTML form of the same words. Styles are inline: mail programs drop style sheets. */
export function composeMail({ to, subject, paragraphs, action, reason }: MailContent): Mail {
  const title = oneLine(subject);
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  const button = action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#111827;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none">${escapeHtml(action.label)}</a></p>`
    : '';
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#111827"><div style="max-width:560px;margin:0 auto;padding:24px">${paragraphs
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('')}${button}<p style="color:#6b7280;font-size:14px">${escapeHtml(reason)}</p></div></body></html>`;
  return { to, subject: title, text: `${[...paragraphs, ...link, reason].join('\n\n')}\n`, html };
}
