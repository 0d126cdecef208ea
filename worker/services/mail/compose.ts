import { inkOn } from '#core/domain/color';
import type { Mail } from './mail.ts';

/** Branding of an organization's emails. */
export interface MailBrand {
  readonly name: string;
  /** `#rrggbb`; null means the product's color. */
  readonly color: string | null;
  /** URL of the logo; null without one. */
  readonly logoUrl: string | null;
}

const OWN_COLOR = '#111827';

/** Content of an email. All of it is plain text; the HTML version escapes it. */
export interface MailContent {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Branding of the sending organization; omitted for mails about an account. */
  readonly brand?: MailBrand;
  /** Why the recipient gets this mail, in one sentence. */
  readonly reason: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Collapses whitespace, because names are user input and a line break in a subject would inject a header. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Renders the text and HTML versions. Styles are inline because mail clients drop style sheets. */
export function composeMail({ to, subject, paragraphs, action, reason, brand }: MailContent): Mail {
  const title = oneLine(subject);
  const color = brand?.color ?? OWN_COLOR;
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  const button = action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:${color};color:${inkOn(color)};padding:12px 20px;border-radius:8px;text-decoration:none">${escapeHtml(action.label)}</a></p>`
    : '';
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#111827"><div style="max-width:560px;margin:0 auto;padding:24px">${brand ? headOf(brand, color) : ''}${paragraphs
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('')}${button}<p style="color:#6b7280;font-size:14px">${escapeHtml(reason)}</p></div></body></html>`;
  return { to, subject: title, text: `${[...paragraphs, ...link, reason].join('\n\n')}\n`, html };
}

/** Returns the logo, or initials on the organization's color. */
function headOf({ name, logoUrl }: MailBrand, color: string): string {
  const label = escapeHtml(name);
  const mark = logoUrl
    ? `<img src="${escapeHtml(logoUrl)}" alt="${label}" height="40" style="height:40px;max-width:200px">`
    : `<span style="display:inline-block;background:${color};color:${inkOn(color)};border-radius:8px;padding:8px 12px;font-weight:600">${escapeHtml(initialsOf(name))}</span> <strong>${label}</strong>`;
  return `<p style="margin:0 0 24px">${mark}</p>`;
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
