import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import type {
  ApiTokenList,
  MadeApiToken,
  BegunSecondFactor,
  OwnSessionList,
  RecoveryCodes,
  SecondFactor,
} from '#contract';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endOtherSessions,
  endSecondFactor,
  endSession,
  endToken,
  makeToken,
  recoveryCodesLeft,
  renewRecoveryCodes,
  sessionsOf,
  tokensOf,
} from '#identity';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { needsSecondFactor } from '../who/needs-second-factor.js';
import { setSessionCookie } from '../who/session-cookie.js';
import { Requester, type Who } from '../who/who.js';

/** How a person signs in, and from where they have: their own, and nobody else's. */
@Controller()
export class OwnAccessController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('secondFactor')
  async secondFactor(@Requester() who: Who): Promise<SecondFactor> {
    const { jurisdictionId, personId, session } = who;
    return {
      on: session.secondFactor,
      required: needsSecondFactor(this.context, who.actor),
      recoveryCodesLeft: await this.context.database.transaction(
        { jurisdictionId },
        (tx) => recoveryCodesLeft(tx, personId),
        { readOnly: true },
      ),
    };
  }

  @Endpoint('beginSecondFactor')
  async begin(
    @Input() { body }: InputOf<'beginSecondFactor'>,
    @Requester() who: Who,
  ): Promise<BegunSecondFactor> {
    return valueOf(await beginSecondFactor(this.context.identity, ownerOf(who), body.password));
  }

  @Endpoint('confirmSecondFactor')
  async confirm(
    @Input() { body }: InputOf<'confirmSecondFactor'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RecoveryCodes> {
    const { codes, token } = valueOf(
      await confirmSecondFactor(this.context.identity, ownerOf(who), body.code),
    );
    setSessionCookie(response, token, who.session.expiresAt, this.context.config);
    return { codes };
  }

  @Endpoint('renewRecoveryCodes')
  async renew(
    @Input() { body }: InputOf<'renewRecoveryCodes'>,
    @Requester() who: Who,
  ): Promise<RecoveryCodes> {
    return { codes: valueOf(await renewRecoveryCodes(this.context.identity, ownerOf(who), body.password)) };
  }

  @Endpoint('endSecondFactor')
  async end(@Input() { body }: InputOf<'endSecondFactor'>, @Requester() who: Who): Promise<void> {
    valueOf(await endSecondFactor(this.context.identity, ownerOf(who), body));
  }

  @Endpoint('apiTokens')
  async tokens(@Requester() who: Who): Promise<ApiTokenList> {
    return { items: await tokensOf(this.context.identity, who) };
  }

  @Endpoint('makeApiToken')
  async makeToken(@Input() { body }: InputOf<'makeApiToken'>, @Requester() who: Who): Promise<MadeApiToken> {
    return valueOf(await makeToken(this.context.identity, ownerOf(who), body));
  }

  @Endpoint('endApiToken')
  async endToken(@Input() { params }: InputOf<'endApiToken'>, @Requester() who: Who): Promise<void> {
    if (!(await endToken(this.context.identity, who, params.id))) throw problem('NotFound');
  }

  @Endpoint('sessions')
  async sessions(@Requester() who: Who): Promise<OwnSessionList> {
    const items = await sessionsOf(this.context.identity, who);
    return { items: items.map((each) => ({ ...each, current: each.id === who.session.id })) };
  }

  @Endpoint('endSession')
  async endSession(@Input() { params }: InputOf<'endSession'>, @Requester() who: Who): Promise<void> {
    if (!(await endSession(this.context.identity, who, params.id))) throw problem('NotFound');
  }

  @Endpoint('endOtherSessions')
  async endOthers(@Requester() who: Who): Promise<void> {
    await endOtherSessions(this.context.identity, who, who.session.id);
  }
}

const ownerOf = ({ jurisdictionId, personId, session }: Who) => ({
  jurisdictionId,
  personId,
  username: session.username,
  sessionId: session.id,
});
