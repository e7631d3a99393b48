import { Controller } from '@nestjs/common';
import { PEOPLE_LIST, type PeopleContacts } from '#contract';
import { administersChannels, recordContactOf, takeBackContactOf } from '#engine';
import { contactsOfPeople, PEOPLE, type PersonRow } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { listPage, type ListQuery } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { Requester, type Who } from '../who/who.js';
import { contactView } from './contact.view.js';

const ONE = { limit: 1, sort: PEOPLE_LIST.usual };

/** Everybody's addresses, for the administrator who keeps the directory. */
@Controller()
export class PeopleContactsController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('peopleContacts')
  people(
    @Input() { query }: InputOf<'peopleContacts'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<PeopleContacts>> {
    return out.give('peopleContacts', query, (page) => this.read(who, page));
  }

  @Endpoint('recordContact')
  async record(
    @Input() { params, body }: InputOf<'recordContact'>,
    @Requester() who: Who,
  ): Promise<PeopleContacts> {
    const contact = { personId: params.id, ...body };
    valueOf(await recordContactOf(this.context.engine.context, who, contact));
    return this.read(who, { ...ONE, person: params.id });
  }

  @Endpoint('takeBackContact')
  async takeBack(
    @Input() { params }: InputOf<'takeBackContact'>,
    @Requester() who: Who,
  ): Promise<PeopleContacts> {
    const contact = { personId: params.id, contactId: params.contact };
    valueOf(await takeBackContactOf(this.context.engine.context, who, contact));
    return this.read(who, { ...ONE, person: params.id });
  }

  private read(
    { jurisdictionId, actor }: Who,
    { person = null, ...query }: ListQuery & { person?: string | null },
  ): Promise<PeopleContacts> {
    // Addresses are people's own: the auditor, who reads all that is done, does not need them.
    if (!administersChannels(actor)) throw problem('NotPermitted');
    return this.context.database.transaction({ jurisdictionId }, async (tx) => {
      const found = await listPage<PersonRow>(tx, PEOPLE_LIST, PEOPLE, query, { person });
      const { rows, nextCursor, total } = found;
      const contacts = await contactsOfPeople(
        tx,
        rows.map(({ id }) => id),
      );
      return {
        items: rows.map((person) => ({
          ...person,
          contacts: contacts.filter(({ personId }) => personId === person.id).map(contactView),
        })),
        total: await total(),
        nextCursor,
      };
    });
  }
}
