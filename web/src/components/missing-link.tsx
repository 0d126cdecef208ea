import { AuthLayout } from './auth-layout.tsx';

export interface MissingLinkProps {
  readonly title: string;
  /** How to get a complete link. */
  readonly text: string;
}

/** For pages that are opened from an e-mail, opened without the link of one. */
export function MissingLink({ title, text }: MissingLinkProps) {
  return (
    <AuthLayout title={title}>
      <div class="flex flex-col gap-4">
        <p class="text-ink-soft">{text}</p>
        <a class="button button-primary min-h-11" href="/documents">
          Go to your documents
        </a>
        <a class="link w-fit text-sm" href="/login">
          Sign in
        </a>
      </div>
    </AuthLayout>
  );
}
