import { Client } from 'pg';

/** A connection of the checker's own, straight to PostgreSQL, that sees one company. */
export async function behindWall(url: string, companyId: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // the database may be killed under it
  client.on('error', () => undefined);
  await client.connect();
  await client.query("select set_config('app.company', $1, false)", [companyId]);
  return client;
}

export async function clockOf(url: string, companyId: string): Promise<number> {
  const client = await behindWall(url, companyId);
  try {
    const { rows } = await client.query<{ ver: string }>('select ver from company_clock where company_id = $1', [
      companyId,
    ]);
    return Number(rows[0]?.ver ?? 0);
  } finally {
    await client.end();
  }
}
