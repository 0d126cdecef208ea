import type { EngineService } from '#core/jobs/engine-service';
import type { JobMessage } from '#core/jobs/message';
import type { OrganizationNamespace } from '#core/organization/client';

/** The API Worker's bindings, as wrangler.toml names them. Settings (core/platform/settings.ts) are variables beside them. */
export interface Environment {
  readonly DB: D1Database;
  readonly FILES: R2Bucket;
  readonly JOBS: Queue<JobMessage>;
  readonly ORGANIZATIONS: OrganizationNamespace;
  readonly ENGINE: EngineService;
  readonly ASSETS: Fetcher;
  /**
   * Where requests to configured addresses go, where the runtime can filter by the address a name resolves to (the
   * local server). A deployed Worker has no private network within reach and no such binding.
   */
  readonly EGRESS?: Fetcher;
  /** What kind of deployment this is (core/platform/deployment.ts); without it, production. */
  readonly ENVIRONMENT?: string;
  /** The address people reach this deployment at, without a path; links in mails begin with it. */
  readonly PUBLIC_URL?: string;
  /** E-mail addresses, separated by commas, whose holders become system administrators once they confirmed them. */
  readonly SYSTEM_ADMINISTRATORS?: string;
  /** The platform's mail binding, where the deployment has one. */
  readonly EMAIL?: SendEmail;
  /** Secret. A mail server, for example `smtps://user:password@mail.example.com`; used where there is no mail binding. */
  readonly SMTP_URL?: string;
  /** Sender of all mails, for example `NeoCaptured <no-reply@example.com>`. */
  readonly MAIL_FROM?: string;
  /** Secret. JSON: `[{"kid": "…", "secret": "base64url, 32 bytes"}]`; the first signs, all verify. */
  readonly JWT_KEYS: string;
  /** Secret. Identity providers people may sign in by (core/platform/identity-providers.ts). */
  readonly IDENTITY_PROVIDERS?: string;
  /** JSON: what the plans allow, where it differs (core/platform/plan-limits.ts). */
  readonly PLAN_LIMITS?: string;
  /** Secret, same form: seals what must be read again, such as secrets of authenticator apps. The first seals, all open. */
  readonly SEALING_KEYS: string;
}
