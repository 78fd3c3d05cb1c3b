metadata description = 'Two profiles: for trying things out at little cost, and for payments.'

import { profile } from 'types.bicep'

@export()
var dev profile = {
  zones: false
  privateNetwork: false
  app: {
    instanceMemory: 2048
    maximumInstances: 40
    alwaysReady: 0
    requestsPerInstance: 16
    drainingInstances: 1
  }
  redis: {
    sku: 'Balanced_B0'
    highAvailability: false
    partitions: 16
  }
  vaultPurgeProtection: false
  telemetryRetentionDays: 30
  telemetryDailyGigabytes: 1
}

@export()
var prod profile = {
  zones: true
  privateNetwork: true
  app: {
    instanceMemory: 2048
    maximumInstances: 100
    alwaysReady: 2
    requestsPerInstance: 16
    drainingInstances: 1
  }
  redis: {
    sku: 'Balanced_B5'
    highAvailability: true
    partitions: 16
  }
  vaultPurgeProtection: true
  telemetryRetentionDays: 90
  telemetryDailyGigabytes: -1
}
