// What azd takes: azd env set PAYSHIFT_PROFILE prod chooses the profile, which is dev where nothing is set.
using 'main.bicep'

import { dev, prod } from 'profiles.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param operatorPrincipalId = readEnvironmentVariable('PAYSHIFT_OPERATOR_ID', '')
param profile = { dev: dev, prod: prod }[readEnvironmentVariable('PAYSHIFT_PROFILE', 'dev')]
