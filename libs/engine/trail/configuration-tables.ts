/**
 * The tables whose rows are settings. The database lets no transaction commit that changes one of them and has put nothing
 * about it on the trail of configuration (`setting_is_told`, migration 0042); a test holds this list against the triggers.
 * Some of them are kept by the system while it works (a position, failures in a row): that is no setting, and not asked for.
 */
export const CONFIGURATION_TABLES = [
  'calendar_version',
  'channel',
  'jurisdiction',
  'ladder_pause',
  'policy_version',
  'rule_confirmation',
  'scheme_in_force',
  'scoring_scheme',
  'unit',
  'unit_alias',
  'unit_succession',
  'webhook_subscription',
] as const;
