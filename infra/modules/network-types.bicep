metadata description = 'What a resource needs to be reached over a private endpoint.'

@export()
@sealed()
type access = {
  @description('The subnet of the private endpoints.')
  subnetId: string

  @description('Private DNS zones: blob, table, vault, redis.')
  zoneIds: { *: string }
}
