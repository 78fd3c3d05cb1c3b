metadata description = 'Alerts on the telemetry in Log Analytics, each with a chapter in docs/runbook.md, and who is told.'

param environmentName string
param location string
param tags object

@description('The workspace that has the telemetry.')
param workspaceId string

@description('The Redis whose memory is watched by Azure too.')
param redisId string

@description('Who is told; nobody where empty: alerts then show in the portal alone.')
param emails string[]

@description('Where docs/runbook.md can be read; a chapter is named after each alert.')
param runbookUrl string

@description('Thresholds other than those below, by the name of the alert.')
param thresholds { *: int }

@description('One alert. The queries have a column Value, and a column for what they are split by.')
@sealed()
type rule = {
  name: string
  title: string
  @description('0 critical, 1 error, 2 warning.')
  severity: 0 | 1 | 2
  query: string
  operator: 'GreaterThan' | 'LessThan'
  threshold: int
  @description('How far back each look goes.')
  window: 'PT5M' | 'PT10M' | 'PT15M' | 'PT30M' | 'PT1H'
  @description('The column that an alert is raised for each value of.')
  splitBy: string?
}

var rules rule[] = [
  {
    name: 'timer-silent'
    title: 'The process timer is silent'
    severity: 0
    query: loadTextContent('../queries/alerts/timer-silent.kql')
    operator: 'LessThan'
    threshold: 1
    window: 'PT10M'
  }
  {
    name: 'deliveries-unavailable'
    title: 'Deliveries cannot be kept'
    severity: 0
    query: loadTextContent('../queries/alerts/deliveries-unavailable.kql')
    operator: 'GreaterThan'
    threshold: 5
    window: 'PT5M'
  }
  {
    name: 'partitions-away'
    title: 'Redis is partly away'
    severity: 0
    query: loadTextContent('../queries/alerts/partitions-away.kql')
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT10M'
  }
  {
    name: 'critical-log'
    title: 'A webhook is damaged'
    severity: 0
    query: loadTextContent('../queries/alerts/critical-log.kql')
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'backlog-age'
    title: 'Webhooks wait too long'
    severity: 1
    query: loadTextContent('../queries/alerts/backlog-age.kql')
    operator: 'GreaterThan'
    threshold: 600
    window: 'PT15M'
  }
  {
    name: 'circuit-open'
    title: 'Table Storage or a provider does not answer'
    severity: 1
    query: loadTextContent('../queries/alerts/circuit-open.kql')
    operator: 'GreaterThan'
    threshold: 300
    window: 'PT15M'
    splitBy: 'Circuit'
  }
  {
    name: 'failure-rate'
    title: 'Many webhooks of a provider fail'
    severity: 1
    query: loadTextContent('../queries/alerts/failure-rate.kql')
    operator: 'GreaterThan'
    threshold: 5
    window: 'PT15M'
    splitBy: 'Provider'
  }
  {
    name: 'failures-rising'
    title: 'Permanent failures pile up'
    severity: 2
    query: loadTextContent('../queries/alerts/failures-rising.kql')
    operator: 'GreaterThan'
    threshold: 25
    window: 'PT1H'
    splitBy: 'Provider'
  }
  {
    name: 'signature-refusals'
    title: 'Many signatures of a provider are refused'
    severity: 1
    query: loadTextContent('../queries/alerts/signature-refusals.kql')
    operator: 'GreaterThan'
    threshold: 50
    window: 'PT15M'
    splitBy: 'Provider'
  }
  {
    name: 'redis-memory'
    title: 'Redis fills up'
    severity: 1
    query: loadTextContent('../queries/alerts/redis-memory.kql')
    operator: 'GreaterThan'
    threshold: 80
    window: 'PT15M'
  }
  {
    name: 'paused-long'
    title: 'Something has been paused for long'
    severity: 2
    query: loadTextContent('../queries/alerts/paused-long.kql')
    operator: 'GreaterThan'
    threshold: 3600
    window: 'PT15M'
    splitBy: 'Provider'
  }
]

var actions = {
  actionGroups: empty(emails) ? [] : [group.id]
}

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-payshift-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'payshift'
    enabled: true
    emailReceivers: [
      for (email, position) in emails: {
        name: 'operator-${position}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'payshift-${environmentName}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Payshift ${environmentName}: ${rule.title}'
      description: 'What to do: ${runbookUrl}#${rule.name}'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      autoMitigate: true
      // The tables are created with the first telemetry.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: rule.operator
            threshold: thresholds[?rule.name] ?? rule.threshold
            dimensions: rule.?splitBy == null
              ? []
              : [
                  {
                    name: rule.splitBy!
                    operator: 'Include'
                    values: ['*']
                  }
                ]
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: actions.actionGroups
        customProperties: {
          runbook: '${runbookUrl}#${rule.name}'
        }
      }
    }
  }
]

// Measured by Azure, even while Payshift sends nothing.
resource redisMemory 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'payshift-${environmentName}-redis-memory-azure'
  location: 'global'
  tags: tags
  properties: {
    description: 'What to do: ${runbookUrl}#redis-memory'
    severity: 1
    enabled: true
    scopes: [redisId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'memory'
          metricNamespace: 'Microsoft.Cache/redisEnterprise'
          metricName: 'usedmemorypercentage'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: thresholds[?'redis-memory'] ?? 80
        }
      ]
    }
    actions: empty(emails) ? [] : [{ actionGroupId: group.id }]
  }
}
