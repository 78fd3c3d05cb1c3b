metadata description = 'Tells by e-mail what the resource group costs.'

import { budget as budgetType } from '../types.bicep'

param name string
param budget budgetType

var notices = {
  Spent80: { type: 'Actual', threshold: 80 }
  Spent100: { type: 'Actual', threshold: 100 }
  Foreseen100: { type: 'Forecasted', threshold: 100 }
}

resource spending 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    timeGrain: 'Monthly'
    amount: budget.amount
    timePeriod: { startDate: budget.start }
    notifications: toObject(
      items(notices),
      notice => notice.key,
      notice => {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: notice.value.threshold
        thresholdType: notice.value.type
        contactEmails: budget.emails
      }
    )
  }
}
