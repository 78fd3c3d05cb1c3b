metadata description = 'The storage account: results and failures in tables, which the app makes, and the blobs of the Functions host.'

import { access } from 'network-types.bicep'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param zones bool

@description('Names the roles, because its id is not known before it is made.')
param identityName string
param principalId string
param privateNetwork bool

@description('What private endpoints need; null without a private network.')
param network access?

var packages = 'packages'

var roles = {
  // The host keeps timer locks, keys and the app's package in blobs, which requires this role.
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  // The app creates its tables and writes to them.
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zones ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource container 'containers' = {
      name: packages
    }
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    scope: account
    name: guid(account.id, identityName, role.value)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

module endpoints 'private-endpoint.bicep' = [
  for part in ['blob', 'table']: if (privateNetwork) {
    params: {
      name: 'pe-${name}-${part}'
      location: location
      tags: tags
      targetId: account.id
      groupId: part
      subnetId: network!.subnetId
      zoneId: network!.zoneIds[part]
    }
  }
]

output tableEndpoint string = account.properties.primaryEndpoints.table
output packagesUrl string = '${account.properties.primaryEndpoints.blob}${account::blobs::container.name}'
