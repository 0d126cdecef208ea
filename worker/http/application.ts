import { OpenAPIHono } from '@hono/zod-openapi';
import type { AllowanceDecision } from '#core/organization/allowance';
import { AppError } from '#core/platform/errors';
import type { AdministratorContext } from '../services/administration/require-administrator.ts';
import type { RequestContext, SignedInContext } from '../services/context.ts';

/** Variables that middleware sets for handlers. Handlers never access bindings directly. */
export interface AppEnv {
  Variables: {
    context: RequestContext;
    signedIn?: SignedInContext;
    administrator?: AdministratorContext;
    allowance?: AllowanceDecision;
  };
}

export type Application = OpenAPIHono<AppEnv>;

/** Creates an empty application that reports schema violations as `validation_failed` with one entry per path. */
export function createApplication(): Application {
  return new OpenAPIHono<AppEnv>({
    strict: false,
    defaultHook: (result) => {
      if (result.success) return;
      throw new AppError('validation_failed', 'The request does not match the schema.', {
        errors: result.error.issues.map((issue) => ({
          path: [result.target, ...issue.path.map(String)].join('.'),
          message: issue.message,
        })),
      });
    },
  });
}

/** Returns the context of a route that requires a permission. Calling it on a public route is a defect. */
export function signedIn(variables: { get(key: 'signedIn'): SignedInContext | undefined }): SignedInContext {
  const context = variables.get('signedIn');
  if (!context) throw new TypeError('this route is public and has no caller');
  return context;
}

/** Returns the context of a route for system administrators. Calling it elsewhere is a defect. */
export function administrator(variables: {
  get(key: 'administrator'): AdministratorContext | undefined;
}): AdministratorContext {
  const context = variables.get('administrator');
  if (!context) throw new TypeError('this route is not for system administrators');
  return context;
}
