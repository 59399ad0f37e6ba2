/**
 * What the peers fetch from: the same table of the same database, asked as carefully as ours is (one keyset page, one
 * statement, compressed). The CouchDB side holds copies of the rows, made before anything is measured.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import pg from 'pg';

const { DATABASE_URL = '', COMPANY = '', PORT = '' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 4 });
pool.on('connect', (client) => void client.query("select set_config('app.company', $1, false)", [COMPANY]));

const ROW = `id, row_ver as ver, status, to_json(changed_at)#>>'{}' as "changedAt", "values"`;

const server = createServer((request, response) => {
  answer(request).then(
    (body) =>
      response
        .writeHead(200, { ...HEADERS, 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(JSON.stringify(body))),
    (failure: unknown) => response.writeHead(500, HEADERS).end(String(failure)),
  );
});
server.listen(Number(PORT), '127.0.0.1');

const HEADERS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'OPTIONS' || request.url === '/healthz') return {};
  const { searchParams, pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/all') return (await pool.query(`select ${ROW} from card where deleted_at is null`)).rows;
  const { rows } = await pool.query(
    `select ${ROW} from card where (row_ver, id) > ($1, $2::uuid) order by row_ver, id limit $3`,
    [searchParams.get('ver') ?? 0, searchParams.get('id') ?? NOBODY, searchParams.get('limit') ?? 1000],
  );
  return rows;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
