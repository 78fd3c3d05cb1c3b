metadata description = 'The operations workbook: what the telemetry tells, in one page of the portal.'

param environmentName string
param location string
param tags object

@description('The workspace that has the telemetry.')
param workspaceId string

@sealed()
type chart = {
  title: string
  query: string
  kind: 'timechart' | 'table' | 'areachart' | 'barchart'
  @description('Percent of the width of the page.')
  width: 33 | 50 | 100
}

@sealed()
type section = {
  title: string
  charts: chart[]
}

var sections section[] = [
  {
    title: 'Traffic'
    charts: [
      { title: 'Deliveries a minute, by answer', query: loadTextContent('../queries/workbook/deliveries-by-outcome.kql'), kind: 'areachart', width: 50 }
      { title: 'New webhooks a minute, by provider', query: loadTextContent('../queries/workbook/webhooks-by-provider.kql'), kind: 'timechart', width: 50 }
      { title: 'Known before', query: loadTextContent('../queries/workbook/duplicates.kql'), kind: 'table', width: 50 }
      { title: 'Answered within, milliseconds', query: loadTextContent('../queries/workbook/delivery-duration.kql'), kind: 'table', width: 50 }
    ]
  }
  {
    title: 'Signature refusals and other refused deliveries'
    charts: [
      { title: 'Refused, by provider and reason', query: loadTextContent('../queries/workbook/refusals.kql'), kind: 'timechart', width: 100 }
    ]
  }
  {
    title: 'Delay and backlog'
    charts: [
      { title: 'Seconds from receipt to record, by priority', query: loadTextContent('../queries/workbook/delay.kql'), kind: 'timechart', width: 50 }
      { title: 'Seconds that the oldest has waited', query: loadTextContent('../queries/workbook/backlog-age.kql'), kind: 'timechart', width: 50 }
      { title: 'Waiting, by priority', query: loadTextContent('../queries/workbook/backlog.kql'), kind: 'areachart', width: 50 }
      { title: 'In flight, waiting for a retry, held', query: loadTextContent('../queries/workbook/held-back.kql'), kind: 'timechart', width: 50 }
    ]
  }
  {
    title: 'Failures'
    charts: [
      { title: 'Percent processed of those that ended', query: loadTextContent('../queries/workbook/success-rate.kql'), kind: 'timechart', width: 100 }
      { title: 'Permanent failures by provider and method', query: loadTextContent('../queries/workbook/failures-by-provider.kql'), kind: 'table', width: 50 }
      { title: 'Attempts that did not succeed, by reason', query: loadTextContent('../queries/workbook/failures-by-reason.kql'), kind: 'table', width: 50 }
    ]
  }
  {
    title: 'Retries'
    charts: [
      { title: 'Attempts that were followed by another, by provider', query: loadTextContent('../queries/workbook/retries.kql'), kind: 'timechart', width: 50 }
      { title: 'Retried by hand', query: loadTextContent('../queries/workbook/manual-retries.kql'), kind: 'table', width: 50 }
    ]
  }
  {
    title: 'Batches and timers'
    charts: [
      { title: 'Batches a minute and their size', query: loadTextContent('../queries/workbook/batches.kql'), kind: 'timechart', width: 50 }
      { title: 'Duration of batches, milliseconds', query: loadTextContent('../queries/workbook/batch-duration.kql'), kind: 'timechart', width: 50 }
      { title: 'Slowest batches', query: loadTextContent('../queries/workbook/slowest-batches.kql'), kind: 'table', width: 100 }
      { title: 'Runs of the timers', query: loadTextContent('../queries/workbook/timers.kql'), kind: 'table', width: 50 }
      { title: 'What cleanups found', query: loadTextContent('../queries/workbook/cleanup.kql'), kind: 'timechart', width: 50 }
    ]
  }
  {
    title: 'Redis, Table Storage and what everything costs'
    charts: [
      { title: 'What is paid for, to each webhook', query: loadTextContent('../queries/workbook/cost-drivers.kql'), kind: 'table', width: 50 }
      { title: 'Telemetry, megabytes an hour', query: loadTextContent('../queries/workbook/telemetry-volume.kql'), kind: 'barchart', width: 50 }
      { title: 'Memory of Redis, bytes', query: loadTextContent('../queries/workbook/redis-memory.kql'), kind: 'timechart', width: 50 }
      { title: 'Operations on tables', query: loadTextContent('../queries/workbook/storage-operations.kql'), kind: 'table', width: 50 }
    ]
  }
  {
    title: 'Log events'
    charts: [
      { title: 'Warnings and worse, by event id', query: loadTextContent('../queries/workbook/log-events.kql'), kind: 'table', width: 100 }
    ]
  }
]

var timeRange = {
  type: 9
  name: 'parameters'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    parameters: [
      {
        id: guid('payshift-workbook-time-range')
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Time range'
        type: 4
        isRequired: true
        value: { durationMs: 14400000 }
        typeSettings: {
          selectableValues: map([3600000, 14400000, 43200000, 86400000, 259200000, 604800000, 2592000000], duration => { durationMs: duration })
          allowCustom: true
        }
      }
    ]
  }
}

var items = map(sections, part => concat(
  [
    {
      type: 1
      name: part.title
      content: { json: '## ${part.title}' }
    }
  ],
  map(part.charts, figure => {
    type: 3
    name: figure.title
    customWidth: string(figure.width)
    content: {
      version: 'KqlItem/1.0'
      title: figure.title
      query: figure.query
      size: 0
      queryType: 0
      resourceType: 'microsoft.operationalinsights/workspaces'
      crossComponentResources: [workspaceId]
      timeContextFromParameter: 'TimeRange'
      visualization: figure.kind
    }
  })
))

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, environmentName, 'payshift-operations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Payshift ${environmentName}: operations'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: string({
      version: 'Notebook/1.0'
      items: concat([timeRange], flatten(items))
      fallbackResourceIds: [workspaceId]
    })
  }
}
