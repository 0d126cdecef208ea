import { placesWith } from '#core/domain/reach';
import { requireSomewhere, type SignedInContext } from './context.ts';

/** Passes a WebSocket handshake to the organization's Durable Object, with the caller's access and credential. */
export function connectLive(context: SignedInContext, request: Request): Promise<Response> {
  requireSomewhere(context, 'documents.read');
  const { caller, dependencies, ip } = context;
  const { userId, organizationId, sessionId } = caller;
  const places = placesWith(caller, 'documents.read', dependencies.now());
  const credential =
    sessionId === undefined
      ? ({ kind: 'api_key', id: caller.id, ip } as const)
      : ({ kind: 'session', id: sessionId } as const);
  return dependencies.organization(organizationId).connect(request, { userId, organizationId, credential, places });
}
