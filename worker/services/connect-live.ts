import { placesWith } from '#core/domain/reach';
import { requireSomewhere, type SignedInContext } from './context.ts';

/** Hands a WebSocket handshake to the organization's object, with what the caller may hear of and by which credential. */
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
