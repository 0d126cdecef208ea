import { acceptedSchema } from '#core/contract/account';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { resendEmailConfirmation } from '../../services/identity/resend-email-confirmation.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/verify-email/resend',
    operationId: 'resendVerification',
    tags: ['Identity'],
    summary: 'Resend the email that confirms your address',
    responses: { 202: json('Sent, unless the address is confirmed already', acceptedSchema) },
  },
);

export function mountResendVerification(app: Application): void {
  app.openapi(route, async (c) => {
    await resendEmailConfirmation(signedIn(c));
    return c.json({ accepted: true } as const, 202);
  });
}
