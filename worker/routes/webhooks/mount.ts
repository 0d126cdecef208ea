import type { Application } from '../../http/application.ts';
import { mountListEvents } from '../events/list.ts';
import { mountCreateWebhook } from './create.ts';
import { mountDeleteWebhook } from './delete.ts';
import { mountGetWebhook } from './get.ts';
import { mountGetDelivery } from './get-delivery.ts';
import { mountListWebhooks } from './list.ts';
import { mountListDeliveries } from './list-deliveries.ts';
import { mountRedeliver } from './redeliver.ts';
import { mountReplayWebhook } from './replay.ts';
import { mountRotateWebhookSecret } from './rotate-secret.ts';
import { mountTestWebhook } from './test.ts';
import { mountUpdateWebhook } from './update.ts';

export function mountWebhookRoutes(app: Application): void {
  mountListEvents(app);
  mountListWebhooks(app);
  mountCreateWebhook(app);
  mountGetDelivery(app);
  mountRedeliver(app);
  mountGetWebhook(app);
  mountUpdateWebhook(app);
  mountDeleteWebhook(app);
  mountRotateWebhookSecret(app);
  mountTestWebhook(app);
  mountReplayWebhook(app);
  mountListDeliveries(app);
}
