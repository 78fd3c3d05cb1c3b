metadata description = 'The Functions app on Flex Consumption, with all its settings.'

import { appProfile, provider } from '../types.bicep'

param name string
param location string
param tags object
param profile appProfile
param zones bool
param identityId string
param principalId string
param clientId string
param storageName string
param tableEndpoint string

@description('The container of the app\'s package.')
param packagesUrl string

@description('Host and port.')
param redisHost string
param partitions int
param buckets int
param vaultUri string
param applicationInsightsName string
param providers { *: provider }

@description('The name of the key in the vault; empty for none.')
param scaleOutKeyName string
param processSchedule string
param cleanupSchedule string
param settings { *: string }

@description('The subnet that the app goes out from; null for none.')
param subnetId string?

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// The settings of each provider under their full names.
var providerSecrets = reduce(
  items(providers),
  {},
  (all, named) =>
    union(
      all,
      toObject(
        items(named.value.?secrets ?? {}),
        secret => 'Payshift__Providers__${named.key}__${secret.key}',
        secret => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secret.value})'
      )
    )
)
var providerSettings = reduce(
  items(providers),
  {},
  (all, named) =>
    union(
      all,
      toObject(
        items(named.value.?settings ?? {}),
        setting => 'Payshift__Providers__${named.key}__${setting.key}',
        setting => setting.value
      )
    )
)

var hostSettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  // The identity with which the app signs in to Table Storage and Redis.
  AZURE_CLIENT_ID: clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
  // Otherwise the host would send five traces a second of its own.
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: '1'
}

var appSettings = {
  ProcessSchedule: processSchedule
  CleanupSchedule: cleanupSchedule
  Payshift__Redis__ConnectionString: '${redisHost},ssl=true,user=${principalId}'
  Payshift__Redis__Authentication: 'Entra'
  Payshift__Redis__Partitions: string(partitions)
  Payshift__Tables__ServiceUri: tableEndpoint
  Payshift__Tables__Buckets: string(buckets)
  Payshift__ScaleOut__MaxInstances: string(profile.drainingInstances)
  Payshift__ScaleOut__CallsPerInstance: string(profile.requestsPerInstance)
}

var scaleOutSettings = empty(scaleOutKeyName)
  ? {}
  : {
      Payshift__ScaleOut__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${scaleOutKeyName})'
    }

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
    zoneRedundant: zones
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  // The tag by which azd finds the app.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: profile.instanceMemory
        maximumInstanceCount: profile.maximumInstances
        alwaysReady: profile.alwaysReady == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: profile.alwaysReady
              }
            ]
        triggers: {
          http: { perInstanceConcurrency: profile.requestsPerInstance }
        }
      }
    }
  }

  resource values 'config' = {
    name: 'appsettings'
    properties: union(providerSecrets, providerSettings, hostSettings, appSettings, scaleOutSettings, settings)
  }

  // Packages are deployed with Microsoft Entra ID only.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output url string = 'https://${app.properties.defaultHostName}'
