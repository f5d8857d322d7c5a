import { describe, expect, it, onTestFinished } from 'vitest';
import { connectorFor } from '../../../electron/data/platforms/connector-for.ts';
import { RequestBudgets } from '../../../electron/data/platforms/http/request-budget.ts';
import { abilities } from '../../../shared/domain/community.ts';
import { offersAbility } from '../../../shared/domain/offers-ability.ts';
import { never } from '../../builders/practice.ts';
import { standIns } from '../../stand-ins/all.ts';

describe.each(Object.entries(standIns))('%s', (_name, start) => {
  it('says of every ability that it offers it, or why not', async () => {
    const standIn = await start();
    onTestFinished(() => standIn.server.stop());
    const { platform, server, credentials } = standIn;
    const target = { platform, baseUrl: server.origin, ...credentials, software: null };
    const { capabilities } = await connectorFor(target, new RequestBudgets()).readFacts(never);
    const explained = (capabilities.absences ?? []).map(({ ability }) => ability);
    expect(new Set(explained).size).toBe(explained.length);
    expect([...explained].sort()).toEqual(abilities.filter((ability) => !offersAbility(capabilities, ability)).sort());
  });
});
