metadata description = 'The shapes of the parameters.'

@export()
@description('Sizes, redundancy and limits of one deployment.')
@sealed()
type profile = {
  @description('Whether resources spread over the availability zones of the region, which has to have them.')
  zones: bool

  @description('Whether the app reaches storage, Redis and Key Vault over private endpoints in a virtual network, and nobody from outside does.')
  privateNetwork: bool

  @description('The Functions app.')
  app: appProfile

  @description('The queue: Azure Managed Redis.')
  redis: redisProfile

  @description('Whether the vault cannot be purged for 90 days after it was deleted. Once on, it stays on.')
  vaultPurgeProtection: bool

  @description('How long telemetry is kept, in days.')
  @minValue(30)
  @maxValue(730)
  telemetryRetentionDays: int

  @description('Gigabytes of telemetry a day, after which no more is taken until the next day; -1 for no limit.')
  telemetryDailyGigabytes: int
}

@export()
@sealed()
type appProfile = {
  @description('The memory of an instance in MB.')
  instanceMemory: 512 | 2048 | 4096

  @description('Instances at most, those of the timers included.')
  @minValue(2)
  @maxValue(1000)
  maximumInstances: int

  @description('Instances that are always there to receive webhooks; 0 for none, then the first webhook after a quiet time waits for a start. With zones at least 2.')
  @minValue(0)
  @maxValue(20)
  alwaysReady: int

  @description('Requests at once on one instance, before another one is added.')
  @minValue(1)
  @maxValue(1000)
  requestsPerInstance: int

  @description('Instances that drain the queue at once. Above 1, scaleOutKeyName has to be set.')
  @minValue(1)
  @maxValue(200)
  drainingInstances: int
}

@export()
@sealed()
type redisProfile = {
  @description('The size, for example Balanced_B5. Read the notes in README.md before a deployment is made smaller.')
  sku: string

  @description('Whether there is a replica, on another zone where the region has them.')
  highAvailability: bool

  @description('Parts of the queue: 16 up to four shards, 64 beyond. Drain the queue before it is lowered.')
  @minValue(1)
  @maxValue(256)
  partitions: int
}

@export()
@description('What a provider needs: names are those after Payshift__Providers__{provider}__ in docs/settings.md.')
@sealed()
type provider = {
  @description('Settings that are secret, each with the name of its secret in the vault.')
  secrets: { *: string }?

  @description('Settings that are not secret, each with its value.')
  settings: { *: string }?
}

@export()
@description('When somebody is told what this costs.')
@sealed()
type budget = {
  @description('The amount of a month, in the currency of the subscription.')
  @minValue(1)
  amount: int

  @description('Who is told: at 80 and 100 % of what was spent, and when 100 % are foreseen.')
  @minLength(1)
  emails: string[]

  @description('The first day of the first month, for example 2026-12-01. Stays as it is.')
  start: string
}
