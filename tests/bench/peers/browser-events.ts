/** As much of Node's emitter as PouchDB uses in a browser. */
type Heard = (...args: readonly unknown[]) => void;

/** PouchDB makes objects of this kind without running its constructor, so nothing is kept in them. */
const kept = new WeakMap<object, Map<string, Heard[]>>();

function heardBy(emitter: object): Map<string, Heard[]> {
  const known = kept.get(emitter) ?? new Map<string, Heard[]>();
  kept.set(emitter, known);
  return known;
}

export default class EventEmitter {
  on(name: string, hear: Heard): this {
    heardBy(this).set(name, [...(heardBy(this).get(name) ?? []), hear]);
    return this;
  }
  addListener(name: string, hear: Heard): this {
    return this.on(name, hear);
  }
  once(name: string, hear: Heard): this {
    const one: Heard = (...args) => {
      this.removeListener(name, one);
      hear.apply(this, [...args]);
    };
    Object.assign(one, { listener: hear });
    return this.on(name, one);
  }
  removeListener(name: string, hear: Heard): this {
    const others = this.listeners(name).filter((one) => one !== hear && !('listener' in one && one.listener === hear));
    heardBy(this).set(name, others);
    return this;
  }
  off(name: string, hear: Heard): this {
    return this.removeListener(name, hear);
  }
  removeAllListeners(name?: string): this {
    if (name === undefined) heardBy(this).clear();
    else heardBy(this).delete(name);
    return this;
  }
  setMaxListeners(): this {
    return this;
  }
  listeners(name: string): Heard[] {
    return heardBy(this).get(name) ?? [];
  }
  listenerCount(name: string): number {
    return this.listeners(name).length;
  }
  emit(name: string, ...args: readonly unknown[]): boolean {
    const hearing = this.listeners(name);
    for (const hear of hearing) hear.apply(this, [...args]);
    return hearing.length > 0;
  }
}

// PouchDB copies them by name from the prototype, as Node's own emitter allows.
for (const name of Object.getOwnPropertyNames(EventEmitter.prototype))
  Object.defineProperty(EventEmitter.prototype, name, { enumerable: name !== 'constructor' });
