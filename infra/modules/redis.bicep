metadata description = 'The queue: Azure Managed Redis, over TLS only, that refuses writes rather than evict, and writes to disk every second.'

import { access } from 'network-types.bicep'

param name string
param location string
param tags object
param sku string
param highAvailability bool
param principalId string
param privateNetwork bool

@description('What private endpoints need; null without a private network.')
param network access?

resource cluster 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: name
  location: location
  tags: tags
  // With a replica it is spread over the region's zones automatically.
  sku: { name: sku }
  properties: {
    highAvailability: highAvailability ? 'Enabled' : 'Disabled'
    minimumTlsVersion: '1.2'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
  }

  resource database 'databases' = {
    name: 'default'
    properties: {
      port: 10000
      clientProtocol: 'Encrypted'
      clusteringPolicy: 'OSSCluster'
      evictionPolicy: 'NoEviction'
      persistence: {
        aofEnabled: true
        aofFrequency: '1s'
        rdbEnabled: false
      }
      accessKeysAuthentication: 'Disabled'
    }

    resource app 'accessPolicyAssignments' = {
      name: 'payshift'
      properties: {
        // The only available policy: all commands on all keys.
        accessPolicyName: 'default'
        user: { objectId: principalId }
      }
    }
  }
}

module endpoint 'private-endpoint.bicep' = if (privateNetwork) {
  params: {
    name: 'pe-${name}'
    location: location
    tags: tags
    targetId: cluster.id
    groupId: 'redisEnterprise'
    subnetId: network!.subnetId
    zoneId: network!.zoneIds.redis
  }
}

output host string = '${cluster.properties.hostName}:${cluster::database.properties.port}'
output id string = cluster.id
