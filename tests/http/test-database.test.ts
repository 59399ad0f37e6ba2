import { describe, expect, test } from 'vitest';
import { createDatabaseForTest } from '../support/postgres.ts';
import { withClient } from '../support/test-server.ts';

describe('the database a test runs on', () => {
  test('is real, and two tests never see each other', async () => {
    const [mine, yours] = await Promise.all([createDatabaseForTest(), createDatabaseForTest()]);
    await withClient(mine, (client) => client.query('CREATE TABLE only_mine (id int)'));
    const seen = await withClient(yours, (client) =>
      client.query("SELECT to_regclass('only_mine') AS found, version()"),
    );
    expect(seen.rows[0]).toMatchObject({ found: null, version: expect.stringMatching(/^PostgreSQL 18/) });
  });
});
