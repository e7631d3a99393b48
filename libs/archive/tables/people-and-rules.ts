import { declaredTable } from './declared-table.js';

const PROVES = 'proves who somebody is; such things never leave';

export const PEOPLE_AND_RULES = {
  jurisdiction: declaredTable(
    '行政区划: the jurisdiction itself; exactly one row',
    `id: its GB/T 2260 code
     parent_id: the code of the jurisdiction above it; absent: none
     name
     level: \`province\`, \`prefecture\`, \`county\`, \`township\`
     calendar_id: the calendar that it works by
     created_at
     full_prefixes: beginnings of full unit names, a list
     short_prefix: what stands for them in short names
     - directory_mark: a mark by which copies in memory are recognised as old`,
  ),
  unit: declaredTable(
    '单位: an organisation',
    `id code name
     kind: office, bureau, township, enterprise …
     is_group: stands for many (各乡镇)
     aliases: other names, a list
     desks: facets (〈工信〉), a list
     members: codes of the units that a group stands for
     functions: what it does for the plan: a list
     sign_off: it wants its head's signature on what it reports
     sign_off_at: when that was last turned on or off
     sign_off_by: who (person) did`,
  ),
  unit_alias: declaredTable(
    'a printed name that was recognised as a unit',
    `id unit_id
     normal_form: the name without its accidents of printing
     printed: the name as it was printed
     desks: the desks that it names
     learned_from: the text that it stood in
     learned_at learned_by taken_back_at taken_back_by`,
  ),
  unit_change: declaredTable(
    'a change of the directory of units',
    `id unit_id kind reason changed_at changed_by
     before: what stood there
     after: what stands there now`,
  ),
  unit_succession: declaredTable(
    'a unit renamed, merged or split',
    `id reason recorded_at recorded_by taken_back_at taken_back_by
     kind: \`rename\`, \`merge\`, \`split\`
     predecessor_id: the unit before
     successor_id: the unit that follows it
     from_date: from this day on`,
  ),
  person: declaredTable(
    'a person with an account; without anything to sign in with',
    `id unit_id
     name: 姓名; after erasure a placeholder
     username: unique over the whole installation
     active: may sign in
     barred_at: barred by a security administrator
     access_version: grows when what the person may do changes
     erased_at: personal data were erased`,
  ),
  role_assignment: declaredTable(
    'a role of a person and its scope',
    `id person_id
     role: \`liaison\`, \`supervisor\` …
     scope_kind: \`jurisdiction\`, \`plan\`, \`action\`, \`unit\`
     scope_id: of what
     valid_from: from this day on; absent: always
     valid_to: up to and with this day; absent: for ever
     origin: \`record\`, or \`provider\`: given by unified sign-in`,
  ),
  delegation: declaredTable(
    '代办: somebody acts for another for some days',
    `id unit_id reason granted_at ended_at ended_by
     delegator_id: whose roles they are
     delegate_id: who acts
     roles: which roles
     from_date: first day
     to_date: last day
     ended_reason: why it was ended`,
  ),
  access_request: declaredTable(
    '双人复核: a second person for somebody else’s way in; it holds no password',
    `id person_id reason asked_at asked_by decided_at decided_by
     password: a new first password was asked for
     second_factor: the second factor was to end
     until: to be confirmed by then
     confirmed: it was`,
  ),
  calendar_version: declaredTable(
    'a version of the working calendar',
    `calendar_id: which calendar
     version: from 1
     body: its days, as in seeds/calendars
     created_at`,
  ),
  calendar_change: declaredTable(
    'a new version being put in force',
    `calendar_id: which calendar
     version reason announced_at announced_by
     finished_at: all deadlines are moved; absent: under way`,
  ),
  policy_version: declaredTable(
    'a version of the policy: ladders, limits, scoring weights',
    `policy_id: which policy
     version: from 1, over all policies of the jurisdiction
     body: the policy, as in seeds/policies
     created_at reason adopted_by`,
  ),
  rule_confirmation: declaredTable(
    'somebody put a rule in force although there was a warning',
    `id reason confirmed_at confirmed_by
     kind: \`scheme\`, \`policy\`, \`form\`
     rule_id: which rule
     version: of the rule
     warnings: what was warned of, a list`,
  ),
  scoring_scheme: declaredTable(
    'a version of a scoring scheme',
    `scheme_id: which scheme
     version: from 1
     body: the scheme
     created_at created_by`,
  ),
  scheme_in_force: declaredTable(
    'a scheme put in force',
    `id reason
     plan_id: for this plan; absent: for all
     scheme_id: which scheme
     version: of the scheme
     since: from when
     put_by: who put it in force`,
  ),
  ladder_pause: declaredTable(
    'a ladder that was stopped for a time',
    `id reason paused_at paused_by resumed_at resumed_by
     ladder: which ladder
     label: its name on pages
     covers: the causes that it covers
     until: up to and with this day
     followed: all clocks were moved`,
  ),
  message_choice: declaredTable(
    'what a person has chosen about messages',
    `person_id
     in_order: one channel after the other, not all at once
     hours_from: wants none before
     hours_to: wants none after
     chosen_at`,
  ),
} as const;

/** Whole tables that stay behind, and why. */
export const LEFT_OUT_TABLES: Readonly<Record<string, string>> = {
  credential: `passwords: ${PROVES}`,
  second_factor: `TOTP secrets: ${PROVES}`,
  recovery_code: `recovery codes: ${PROVES}`,
  session: `who is signed in, on a server that is left behind: ${PROVES}`,
  api_token: `tokens of other systems: ${PROVES}`,
  external_identity: `who signs in as whom through a provider: ${PROVES}`,
  external_sign_in: `sign-ins through a provider: ${PROVES}`,
  calendar_feed: `addresses that open somebody’s calendar: ${PROVES}`,
  idempotent_answer:
    'answers kept for repeated requests of the last days; they may hold anything that was answered',
  bulk_run: 'how far a long work of the running system has come; it finds its own way again',
  process_clock: 'which processes run now; nobody’s record',
  schema_migration: 'which migrations were run; the manifest says it (`schema`)',
};
