import { placesWith } from '#core/domain/reach';
import { requireSomewhere, type SignedInContext } from './context.ts';

/** Hands a WebSocket handshake to the organization's object, with what the caller may hear of. */
export function connectLive(context: SignedInContext, request: Request): Promise<Response> {
  requireSomewhere(context, 'documents.read');
  const { caller, dependencies } = context;
  const places = placesWith(caller, 'documents.read', dependencies.now());
  return dependencies.organization(caller.organizationId).connect(request, { userId: caller.userId, places });
}
