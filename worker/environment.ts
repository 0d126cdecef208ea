import type { EngineService } from '#core/jobs/engine-service';
import type { JobMessage } from '#core/jobs/message';
import type { WakeMessage } from '#core/jobs/wake-message';
import type { OrganizationNamespace } from '#core/organization/client';

/** The API Worker's bindings as named in wrangler.toml. Settings (core/platform/settings.ts) are further variables. */
export interface Environment {
  readonly DB: D1Database;
  readonly FILES: R2Bucket;
  readonly JOBS: Queue<JobMessage>;
  readonly WEBHOOKS: Queue<WakeMessage>;
  readonly EXPORTS: Queue<WakeMessage>;
  readonly ORGANIZATIONS: OrganizationNamespace;
  readonly ENGINE: EngineService;
  readonly ASSETS: Fetcher;
  /**
   * Fetcher for requests to configured URLs, where the runtime can filter by resolved IP address (the local server).
   * Deployed Workers have no access to private networks and no such binding.
   */
  readonly EGRESS?: Fetcher;
  /** Kind of deployment (core/platform/deployment.ts); defaults to production. */
  readonly ENVIRONMENT?: string;
  /** Public origin of this deployment, without a path. Links in emails start with it. */
  readonly PUBLIC_URL?: string;
  /** Comma-separated email addresses whose owners become system administrators once they verify them. */
  readonly SYSTEM_ADMINISTRATORS?: string;
  /** The platform's mail binding, if the deployment has one. */
  readonly EMAIL?: SendEmail;
  /** Secret. A mail server, for example `smtps://user:password@mail.example.com`; used without a mail binding. */
  readonly SMTP_URL?: string;
  /** Sender of all mails, for example `NeoCaptured <no-reply@example.com>`. */
  readonly MAIL_FROM?: string;
  /** Secret. JSON: `[{"kid": "…", "secret": "base64url, 32 bytes"}]`; the first signs, all verify. */
  readonly JWT_KEYS: string;
  /** Secret. Identity providers for sign-in (core/platform/identity-providers.ts). */
  readonly IDENTITY_PROVIDERS?: string;
  /** Comma-separated seconds between the attempts of a webhook delivery. */
  readonly WEBHOOK_RETRY_SECONDS?: string;
  /** JSON: overrides of the plan limits (core/platform/plan-limits.ts). */
  readonly PLAN_LIMITS?: string;
  /**
   * Secret, same format: keys that encrypt secrets which must be readable again, such as those of authenticator apps.
   * The first encrypts, all decrypt.
   */
  readonly SEALING_KEYS: string;
}
