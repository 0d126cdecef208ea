import { PATIENCE_MS } from '#core/testing/patience';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { expectApi, fileForm, text } from '../../scripts/start/api-client.ts';
import { registerAccount, waitUntilEnded } from '../platform/account.ts';
import { startServer, temporaryState } from '../platform/server-process.ts';
import { type ServerWatch, watchServer } from './watch-server.ts';

export interface ServerRoom {
  readonly address: string;
  readonly token: string;
  readonly watch: ServerWatch;
  /** Memory of the runtime when idle after reading ordinary documents, in MiB. */
  readonly startMemory: number;
  /** Stops the platform; `outright` kills it if it is stuck. */
  close(outright?: boolean): Promise<void>;
}

/** Ordinary documents come first, so that memory of readers in regular use is not attributed to a hostile file. */
const WARM_UP = 3;

/** Starts a separate platform, warmed up, with an account that may upload. */
export async function openRoom(): Promise<ServerRoom> {
  const state = await temporaryState();
  const server = await startServer(state.folder);
  const close = async (outright = false): Promise<void> => {
    watch?.stop();
    if (outright) {
      await server.kill();
      watch?.killRuntime();
    } else await server.stop();
    await state.remove();
  };
  let watch: ServerWatch | undefined;
  try {
    const { apiKey: token } = await registerAccount(server.address);
    for (let count = 0; count < WARM_UP; count++) {
      const form = fileForm('ordinary.pdf', await drawInvoice({ ...SAMPLE_INVOICE, number: `W-${count}` }));
      const uploaded = await expectApi(202, server.address, 'POST', '/documents', { token, form });
      await waitUntilEnded(server.address, token, text(uploaded, 'document', 'id'), PATIENCE_MS);
    }
    watch = await watchServer(server.address, state.folder);
    return { address: server.address, token, watch, startMemory: await watch.memory(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
