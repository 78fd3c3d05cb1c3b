metadata description = 'Payshift on Azure: Functions, Managed Redis, Table Storage, Key Vault and Application Insights in one resource group.'

import { profile as profileType, provider, budget as budgetType } from 'types.bicep'

targetScope = 'subscription'

@description('The name of this deployment. Resources carry it, and a token that makes their names unique.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('The region. It needs Flex Consumption and Azure Managed Redis, and with zones availability zones for both.')
param location string

@description('The resource group, which is made where it is missing.')
param resourceGroupName string = 'rg-payshift-${environmentName}'

@description('Sizes, redundancy and limits: a profile of profiles.bicep, or values of your own.')
param profile profileType

@description('The payment providers that are on. README.md shows an example.')
param providers { *: provider } = loadJsonContent('providers.json')

@description('Further app settings, by their names in docs/settings.md; they win over those set here. Nothing secret.')
param settings { *: string } = {}

@description('NCRONTAB, in UTC: when batches are processed.')
param processSchedule string = '0 */1 * * * *'

@description('NCRONTAB, in UTC: when the queue is cleaned up.')
param cleanupSchedule string = '0 */10 * * * *'

@description('Table partitions of the results. Stays as it is once results were written.')
@minValue(1)
@maxValue(256)
param buckets int = 16

@description('The name under which the vault has a function key of this app, with which the timer engages other instances. Needed where profile.app.drainingInstances is above 1.')
param scaleOutKeyName string = ''

@description('The object id of a person or a group that sets the secrets in the vault; empty for nobody.')
param operatorPrincipalId string = ''

@description('What operatorPrincipalId is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorPrincipalType string = 'User'

@description('When somebody is told what this costs; null for never.')
param budget budgetType?

@description('Who is told by e-mail when an alert is raised; with nobody, alerts show in the portal alone.')
param alertEmails string[] = []

@description('Thresholds of alerts other than those of modules/alerts.bicep, by the name of the alert.')
param alertThresholds { *: int } = {}

@description('Where docs/runbook.md can be read; alerts link to their chapter there.')
param runbookUrl string = 'docs/runbook.md'

@description('Tags of every resource.')
param tags { *: string } = {}

var token = take(uniqueString(subscription().id, resourceGroupName, environmentName), 8)
// Names are known before deployment, so that a what-if can show them.
var names = {
  app: 'func-payshift-${environmentName}-${token}'
  identity: 'id-payshift-${environmentName}'
  workspace: 'log-payshift-${environmentName}'
  applicationInsights: 'appi-payshift-${environmentName}'
  network: 'vnet-payshift-${environmentName}'
  storage: 'stpayshift${token}'
  redis: 'redis-payshift-${environmentName}-${token}'
  vault: 'kv-payshift-${token}'
  budget: 'budget-payshift-${environmentName}'
}
var allTags = union({ 'azd-env-name': environmentName, application: 'payshift' }, tags)

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: resourceGroupName
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: names.identity
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: names.workspace
    applicationInsightsName: names.applicationInsights
    location: location
    tags: allTags
    retentionDays: profile.telemetryRetentionDays
    dailyGigabytes: profile.telemetryDailyGigabytes
  }
}

module network 'modules/network.bicep' = if (profile.privateNetwork) {
  scope: group
  params: {
    name: names.network
    location: location
    tags: allTags
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.storage
    location: location
    tags: allTags
    zones: profile.zones
    identityName: names.identity
    principalId: identity.outputs.principalId
    privateNetwork: profile.privateNetwork
    network: network.?outputs.?access
  }
}

module redis 'modules/redis.bicep' = {
  scope: group
  params: {
    name: names.redis
    location: location
    tags: allTags
    sku: profile.redis.sku
    highAvailability: profile.redis.highAvailability
    principalId: identity.outputs.principalId
    privateNetwork: profile.privateNetwork
    network: network.?outputs.?access
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: names.vault
    location: location
    tags: allTags
    purgeProtection: profile.vaultPurgeProtection
    identityName: names.identity
    principalId: identity.outputs.principalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
    workspaceId: monitoring.outputs.workspaceId
    privateNetwork: profile.privateNetwork
    network: network.?outputs.?access
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: names.app
    location: location
    tags: allTags
    profile: profile.app
    zones: profile.zones
    identityId: identity.outputs.id
    principalId: identity.outputs.principalId
    clientId: identity.outputs.clientId
    storageName: names.storage
    tableEndpoint: storage.outputs.tableEndpoint
    packagesUrl: storage.outputs.packagesUrl
    redisHost: redis.outputs.host
    partitions: profile.redis.partitions
    buckets: buckets
    vaultUri: vault.outputs.uri
    applicationInsightsName: names.applicationInsights
    providers: providers
    scaleOutKeyName: scaleOutKeyName
    processSchedule: processSchedule
    cleanupSchedule: cleanupSchedule
    settings: settings
    subnetId: network.?outputs.?appSubnetId
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    environmentName: environmentName
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    environmentName: environmentName
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    redisId: redis.outputs.id
    emails: alertEmails
    runbookUrl: runbookUrl
    thresholds: alertThresholds
  }
}

module spending 'modules/budget.bicep' = if (budget != null) {
  scope: group
  params: {
    name: names.budget
    budget: budget!
  }
}

@description('Where the resources are.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The Functions app, for azd deploy and az functionapp.')
output AZURE_FUNCTION_APP_NAME string = names.app

@description('Enter this and the name of the provider as the URL of the webhooks there.')
output PAYSHIFT_WEBHOOKS_URL string = '${app.outputs.url}/payment/webhooks'

@description('Where the secrets of the providers go.')
output AZURE_KEY_VAULT_NAME string = names.vault

@description('For what reads telemetry.')
output AZURE_APPLICATION_INSIGHTS_NAME string = names.applicationInsights
