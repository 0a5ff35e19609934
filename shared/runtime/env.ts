import * as z from 'zod/mini';
import { SecuritySettings } from '../domain/security-settings.ts';

/* The environment is read only here, once, when a function starts, so missing settings show up at once. */

const required = z.string().check(z.minLength(1));
const json = z.pipe(
  z.string(),
  z.transform((text: string) => JSON.parse(text) as unknown),
);

const read = <Schema extends z.core.$ZodType>(schema: Schema): z.output<Schema> => {
  const result = z.safeParse(schema, process.env);
  if (result.success) return result.data;
  throw new Error(
    `The environment lacks or misstates: ${result.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
  );
};

export const tableEnv = () => read(z.object({ TABLE_NAME: required }));
export const securityEnv = () =>
  read(z.object({ SECURITY_SETTINGS: z.pipe(json, SecuritySettings) })).SECURITY_SETTINGS;
export const totpKeyEnv = () => read(z.object({ TOTP_KEY_ARN: required, APP: required }));
export const recoveryKeyEnv = () => read(z.object({ RECOVERY_KEY_ARN: required, APP: required }));
/** Without a sender address, a deployment sends no mail. */
export const mailEnv = () =>
  read(
    z.object({
      MAIL_FROM: z.optional(required),
      MAIL_REGION: z.optional(required),
      MAIL_CONFIGURATION_SET: z.optional(required),
      MAIL_IDENTITY_ARN: z.optional(required),
      MAIL_REPLY_TO: z.optional(required),
    }),
  );
/** Whom mails name where people need help, unless their organization names someone. */
export const supportEnv = () => read(z.object({ SUPPORT_CONTACT: z.optional(required) })).SUPPORT_CONTACT;
/** The namespace of the deployment's metrics. */
export const metricsEnv = () => read(z.object({ METRICS: z.optional(required) })).METRICS;
export const busEnv = () => read(z.object({ BUS_NAME: required }));
export const productEnv = () => read(z.object({ PRODUCT_NAME: required, ORIGIN: required }));
export const sendsMailEnv = () => read(z.object({ SENDS_MAIL: z.enum(['yes', 'no']) })).SENDS_MAIL === 'yes';
/** An unknown value stops the function: it must not open what someone meant to close. */
export const edgeEnv = () => read(z.object({ ORIGIN_SECRET: required, EDGE_ONLY: z.optional(z.literal('yes')) }));
/** The API's methods by path. The CDK app derives and writes them; checking them again would cost 2 KB. */
export const routesEnv = () => JSON.parse(read(z.object({ ROUTES: required })).ROUTES) as Record<string, string[]>;
