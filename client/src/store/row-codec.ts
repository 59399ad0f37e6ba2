/**
 * What a record looks like on the disk. Synchronous, because a transaction dies while it waits for anything else.
 * Plain for now; rows encrypted at rest get their codec here.
 */
export interface RowCodec {
  seal(record: unknown): unknown;
  open(body: unknown): unknown;
}

export const plainCodec: RowCodec = {
  seal: (record) => record,
  open: (body) => body,
};
