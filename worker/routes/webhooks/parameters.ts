import { z } from '@hono/zod-openapi';

const parameter = (example: string) =>
  z.object({
    id: z
      .string()
      .max(64)
      .openapi({ param: { name: 'id', in: 'path' }, example }),
  });

export const webhookParameters = parameter('whk_01jd3v8e6s9k2m4p7q0r5t8w1x');
export const deliveryParameters = parameter('dlv_01jd3v8e6s0000000000000042');
