// The responses of the admin functions, as docs/openapi.json describes them.
import type { operations } from './schema';

type Answer<Name extends keyof operations> = operations[Name]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type Stats = Answer<'AdminStats'>;
export type Analytics = Answer<'AdminAnalytics'>;
export type AnalyticsTotals = Analytics['total'];
export type AnalyticsStep = Analytics['by'];
export type Batches = Answer<'AdminBatches'>;
export type Batch = Batches['batches'][number];
export type Failures = Answer<'AdminFailures'>;
export type FailureSummary = Failures['failures'][number];
export type Failure = Answer<'AdminFailure'>;
export type Retry = Answer<'AdminFailureRetry'>;
export type Retries = Answer<'AdminFailuresRetry'>;
export type RetryResult = Retry['result'];
export type Payment = Answer<'AdminPayments'>;
export type PaymentState = NonNullable<Payment['state']>;
export type PaymentWebhook = Payment['webhooks'][number];
export type PaymentLink = Payment['orders'][number];
export type Audit = Answer<'AdminAudit'>;
export type AuditEntry = Audit['entries'][number];
export type Processed = Answer<'AdminProcess'>;
export type CleanedUp = Answer<'AdminCleanup'>;
export type PauseChange = Answer<'AdminPause'>;
export type Durations = NonNullable<AnalyticsTotals['delay']>;
