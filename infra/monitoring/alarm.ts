import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Whom alarms reach; undefined where a deployment names no one. */
export type Told = ITopic | undefined;
type Facts = {
  /** What it means for people, and where to look first. */
  says: string;
  metric: IMetric;
  /** From which value on. */
  from: number;
  /** How many periods in a row. */
  periods?: number;
};

/** The page with what to do about each alarm. */
export const RUNBOOK = 'docs/how-to/alarms.md';

/** `UndeliveredAlarm` → `undelivered`: its heading in the runbook. */
const anchorOf = (id: string): string => id.replace(/Alarm$/, '').toLowerCase();

/** An alarm that names its page in the runbook, and that no news does not set off. */
export const addAlarm = (
  scope: Construct,
  id: string,
  told: Told,
  { says, metric, from, periods = 1 }: Facts,
): Alarm => {
  const alarm = new Alarm(scope, id, {
    ...{ metric, threshold: from, evaluationPeriods: periods },
    alarmDescription: `${says}. Runbook: ${RUNBOOK}#${anchorOf(id)}`,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  if (!told) return alarm;
  alarm.addAlarmAction(new SnsAction(told));
  alarm.addOkAction(new SnsAction(told));
  return alarm;
};
