import { isLeftEvent } from '../../../src/domain/left-event';

describe('an event that says that a customer left', () => {
  it.each(['churn', 'churned', 'Churn:price', 'churn: too expensive', 'subscription-canceled', 'subscription_cancelled', 'subscription-ended', 'customer-churned', 'account.closed', 'Account Closed', 'cancelled', 'canceled', 'left', 'uninstalled', 'customer_subscription_cancelled', 'gekündigt'])('is %s', (event) => {
    expect(isLeftEvent(event)).toBe(true);
  });

  it.each(['', 'churn-risk', 'churn-survey-opened', 'order-cancelled', 'feature-used:cancelled', 'left-panel-opened', 'downgraded', 'drop-off:checkout', 'closed', 'reduced-churn', 'account-opened'])('is not %s', (event) => {
    expect(isLeftEvent(event)).toBe(false);
  });
});
