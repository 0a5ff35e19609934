import { Dashboard, GraphWidget, type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { globalName } from '../global-name.ts';
import { ofApi, ofLambda, ofTable } from './aws-metrics.ts';
import { counted } from './counted.ts';

export type Monitored = {
  apiId: string;
  tableName: string;
  /** The namespace of metrics: the deployment's name. */
  namespace: string;
};

const HALF = 12;

/** From what people do to what it costs, two graphs a row. Dashboards share one list in all regions. */
export const addDashboard = (scope: Construct, { apiId, tableName, namespace }: Monitored): void => {
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: HALF });
  const count = (name: Parameters<typeof counted>[1]) => counted(namespace, name, 5);
  new Dashboard(scope, 'Dashboard', {
    dashboardName: globalName(scope, 'SignIn'),
    widgets: [
      [
        graph('Sign-in: passwords', [count('PasswordAccepted'), count('PasswordRefused')]),
        graph('Sign-in: second factor', [count('SecondFactorAccepted'), count('SecondFactorRefused')]),
      ],
      [
        graph('Errors', [ofApi(apiId, '5xx', Stats.SUM), count('InternalError'), count('Unavailable')]),
        graph('Latency', [ofApi(apiId, 'Latency', 'p50'), ofApi(apiId, 'Latency', 'p99')]),
      ],
      [
        graph('Guess limits', [count('Limited'), count('SourceLimited'), count('ForgedEdge')]),
        graph('Dependencies', [
          ...[count('KmsFailed'), count('MailRefused'), count('MailReturned'), ofLambda('Throttles')],
          ...[ofTable(tableName, 'ReadThrottleEvents'), ofTable(tableName, 'WriteThrottleEvents')],
        ]),
      ],
      [
        graph(
          'What costs: requests',
          [ofApi(apiId, 'Count', Stats.SUM)],
          [ofLambda('ConcurrentExecutions', Stats.MAXIMUM)],
        ),
        graph('What costs: table', [
          ofTable(tableName, 'ConsumedReadCapacityUnits'),
          ofTable(tableName, 'ConsumedWriteCapacityUnits'),
        ]),
      ],
    ],
  });
};
