/** The server PouchDB's own project offers, in memory. It has no storage in PostgreSQL. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb-core';
import http from 'pouchdb-adapter-http';
import memory from 'pouchdb-adapter-memory';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';

const InMemory = PouchDB.plugin(memory)
  .plugin(http)
  .plugin(replication)
  .plugin(mapreduce)
  .defaults({ adapter: 'memory' });
const app = express();
// A page of another origin asks too, with credentials, as PouchDB does.
app.use('/', (request: IncomingMessage, response: ServerResponse, next: () => void) => {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-headers', 'content-type, accept');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  if (request.method === 'OPTIONS') response.writeHead(204).end();
  else next();
});
app.use('/', expressPouchdb(InMemory, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }));
const server = createServer(app);
// A far client may send on a connection whose end it has not heard of yet, and PouchDB does not try again by itself.
server.keepAliveTimeout = 60_000;
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.({ ready: true }));
process.on('disconnect', () => process.exit(0));
