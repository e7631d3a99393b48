import { Controller } from '@nestjs/common';
import type { PeopleContacts } from '#contract';
import { administersChannels, recordContactOf, takeBackContactOf } from '#engine';
import { contactsOfPeople, listPeople } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { Requester, type Who } from '../who/who.js';
import { contactView } from './contact.view.js';

/** Everybody's addresses, for the administrator who keeps the directory. */
@Controller()
export class PeopleContactsController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('peopleContacts')
  people(@Input() { query }: InputOf<'peopleContacts'>, @Requester() who: Who): Promise<PeopleContacts> {
    return this.read(who, query);
  }

  @Endpoint('recordContact')
  async record(
    @Input() { params, body }: InputOf<'recordContact'>,
    @Requester() who: Who,
  ): Promise<PeopleContacts> {
    const contact = { personId: params.id, ...body };
    valueOf(await recordContactOf(this.context.engine.context, who, contact));
    return this.read(who, { personId: params.id, limit: 1 });
  }

  @Endpoint('takeBackContact')
  async takeBack(
    @Input() { params }: InputOf<'takeBackContact'>,
    @Requester() who: Who,
  ): Promise<PeopleContacts> {
    const contact = { personId: params.id, contactId: params.contact };
    valueOf(await takeBackContactOf(this.context.engine.context, who, contact));
    return this.read(who, { personId: params.id, limit: 1 });
  }

  private read(
    { jurisdictionId, actor }: Who,
    wanted: {
      search?: string | undefined;
      without?: boolean | undefined;
      personId?: string;
      limit: number;
    },
  ): Promise<PeopleContacts> {
    // Addresses are people's own: the auditor, who reads all that is done, does not need them.
    if (!administersChannels(actor)) throw problem('NotPermitted');
    return this.context.database.transaction({ jurisdictionId }, async (tx) => {
      const { rows, total } = await listPeople(tx, wanted);
      const found = await contactsOfPeople(
        tx,
        rows.map(({ id }) => id),
      );
      return {
        items: rows.map((person) => ({
          ...person,
          contacts: found.filter(({ personId }) => personId === person.id).map(contactView),
        })),
        total,
      };
    });
  }
}
